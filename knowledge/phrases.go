package knowledge

// PhraseKey names one of the short phrases that the program itself says. Every lang/<lang>.yaml holds all of them, under
// the names of PhraseNames; a phrase with {n} may have one text for each CLDR plural category.
type PhraseKey uint8

// The phrases. The comment shows an English example and the slots; {phone} is a telephone number, {hours} a text of hours.
const (
	// First contact and endings.
	PhraseNotice         PhraseKey = iota // A machine answers. Kept 30 minutes, then erased. Your operator may charge.
	PhraseNoticeDemo                      // Demonstration data. (said before PhraseNotice where the base is one)
	PhraseNoticeKeys                      // 9 a person, 0 back, 00 start, 98 more
	PhraseChooseLanguage                  // Choose a language.
	PhraseGoodbye                         // Thank you. Goodbye.
	PhraseErased                          // Your answers are erased.
	PhraseTryAgain                        // Something went wrong on our side. Please try again, or call {phone}.
	PhraseResume                          // You were here before. Continue?
	PhraseResumeTopic                     // You were here before: {topic}. Continue?
	PhraseContinue                        // Continue
	PhraseStartAgain                      // Start again

	// Home and menus.
	PhraseHome           // What do you need?
	PhraseServices       // Services
	PhraseEntitled       // What am I entitled to
	PhraseOfficesOpen    // Offices open now
	PhraseMore           // More
	PhraseByTopic        // By topic
	PhraseByEvent        // By life event
	PhraseChooseTopic    // Choose a topic.
	PhraseChooseEvent    // What happened?
	PhraseChooseService  // Choose a service.
	PhraseChooseEntitled // Whose conditions do you want to know?
	PhraseLanguage       // Language
	PhrasePrivacy        // Privacy
	PhraseHelp           // Help
	PhraseHelpText       // Type a number, or a few words such as … 0 back, 00 start, 9 a person …
	PhrasePrivacyText    // what is kept, how long, how to erase
	PhraseErase          // Erase my answers
	PhraseEraseAsk       // Erase everything kept of this talk?
	PhraseYes            // Yes
	PhraseNo             // No
	PhraseSend           // Send            (web button)
	PhraseYourQuestion   // Your question   (web label)
	PhraseQuickExit      // Leave this page quickly (web)
	PhraseBack           // Back            (web button)
	PhraseStart          // Start           (web button)
	PhraseShorter        // Shorter         (web button)
	PhraseYou            // You             (web speaker label)
	PhraseAssistant      // Answer          (web speaker label)

	// A service.
	PhraseDocuments      // Documents
	PhraseFee            // Fee
	PhraseWhereWhen      // Where and when
	PhraseSteps          // Steps
	PhraseTime           // How long it takes
	PhraseResult         // Result and validity
	PhraseLaw            // Law
	PhraseRepresentation // Can somebody else do it
	PhraseQuestions      // Questions people ask
	PhraseWho            // Who can get it
	PhraseRemedies       // Appeal, complaint
	PhraseAppeal         // Appeal
	PhraseComplaint      // Complain
	PhraseBribe          // Asked to pay more?
	PhraseOverview       // Short overview

	// Fees.
	PhraseFeeUsual   // Usual price: {amount}.
	PhraseFeeOnly    // It costs {amount}.    (where there is one price only)
	PhraseFeeFree    // It is free of charge.
	PhraseFeeParts   // of which {parts}
	PhraseFeeOther   // Another case?
	PhraseFeeAll     // Other prices     (over the table, after the usual one)
	PhraseFeeWho     // Which case is it?
	PhraseFeeArea    // Where?
	PhraseFeeTier    // How fast?
	PhraseSkip       // I don't know, skip
	PhraseFeeChange  // From {date}: {amount}.
	PhraseFeeChanged // Since {date}; before: {amount}.
	PhraseFeePayBy   // Pay: {label}
	PhraseFeeWaived  // Free for: {label}

	// Time limits.
	PhraseTimeAuthority // Decision: {duration}
	PhraseTimePerson    // Time to apply: {duration}
	PhraseTimeValidity  // Valid for {duration}
	PhraseValidity      // How long it is valid
	PhraseTimeUnlimited // Valid without limit
	PhraseTimeStarts    // counted from: {label}
	PhraseTimeLate      // If late: {label}

	// Documents.
	PhraseEvidenceAnyOf // one of:
	PhraseEvidenceWhen  // only {label}
	PhraseEvidenceOriginal
	PhraseEvidenceCopy
	PhraseEvidenceCertified
	PhraseEvidenceElectronic
	PhraseEvidenceMaxAge  // not older than {label}
	PhraseEvidenceInstead // if you do not have it: {label}
	PhraseEvidenceNone    // You need no documents.

	// Unknown facts and doubt.
	PhraseUnknown        // We do not know this: {label}. Ask {phone}.
	PhraseUnknownValue   // not known, ask {phone}   (inside a sentence, in place of a value)
	PhrasePastReview     // Checked {date}, may be old: ask {phone}.
	PhrasePastReviewPart // A part, checked {date}, may be old: ask {phone}. (where the source named is another)
	PhraseSource         // Source: {source}, {date}. Code {code}.
	PhraseSourceShort    // {source} {date} {code}
	PhraseOtherLanguage  // There is no text in your language. This is {language}.

	// Offices and hours.
	PhraseChooseOffices  // Which part of the country?
	PhraseChooseOffice   // Choose an office.
	PhraseOpenNow        // Open now, until {time}.
	PhraseClosedNow      // Closed now.
	PhraseClosed         // closed   (after the days of the week)
	PhraseOpensAt        // Opens {day} at {time}.
	PhraseHoursUnknown   // We do not know today's hours. Ask {phone}.
	PhraseClosedHoliday  // Closed today: {label}.
	PhraseHolidayUnknown // We do not know the days off of that time yet.
	PhraseLastPapers     // Papers are taken until {time}.
	PhraseHours          // Hours
	PhrasePhone          // Telephone
	PhraseAddress        // Address
	PhraseLandmark       // Landmark
	PhraseAccess         // Access
	PhraseAlways         // day and night
	PhraseVisit          // Mobile office: {date}, {time} to {until}
	PhraseToday          // Today
	PhraseTomorrow       // Tomorrow
	PhraseOpenList       // Open now: {n}
	PhraseUnknownList    // Hours not known: {n}. Ask {phone}.

	// A person.
	PhrasePerson        // A person
	PhrasePersonCall    // Call {phone}.
	PhrasePersonPress   // Then press {label}.
	PhrasePersonHours   // Hours: {hours}
	PhrasePersonOutside // Outside these hours: {label}
	PhraseChargeFree    // The call is free.
	PhraseChargeNormal  // The call costs the normal price.
	PhraseChargeUnknown // We do not know what the call costs.
	PhraseFromAbroad    // From abroad: {phone}
	PhraseWebsite       // Website

	// When something typed does not fit.
	PhraseWrongKey       // That key is not on this list.
	PhraseWrongThrice    // Do you want a person? Press 9.
	PhraseNotUnderstood  // I did not understand. Choose, or use other words.
	PhraseDontKnow       // I don't know this. {name} knows: {phone}.
	PhraseDidYouMean     // Did you mean:
	PhraseNoneOfThese    // None of these
	PhraseChanged        // The information has just changed. Here is the new list.
	PhraseNoMore         // There is no more text.
	PhraseTooLong        // That was too long. Use a few words.
	PhraseSwitchLanguage // Continue in English?  (said in the language it names)
	PhraseNotice1        // Notice
	PhraseNotThis        // Not this

	// Tails of a narrow screen: at most 16 units together where two stand.
	PhraseTailMore   // 98 more
	PhraseTailBack   // 0 back
	PhraseTailPerson // 9 person

	phraseCount
)

// PhraseCount is the number of phrases.
const PhraseCount = int(phraseCount)
