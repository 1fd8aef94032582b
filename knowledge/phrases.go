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

	// On the telephone. {key} is a key, as a number or by its name.
	PhraseVoiceOption        // {label}: press {key}.
	PhraseVoiceKeys          // In every place: 5 is louder, 6 the start, …
	PhraseVoiceMore          // For more, press hash.
	PhraseVoiceSource        // For the source, press hash.
	PhraseVoiceAgain         // To hear it again, press 8.
	PhraseVoiceBack          // To go back, press star.
	PhraseVoicePerson        // For a person, press 9.
	PhraseVoiceSilent        // I heard no key.   (then the menu again)
	PhraseVoiceStillSilent   // I heard no key again. Once more, shorter and slower.
	PhraseVoiceLastCall      // I still hear no key. … Otherwise I will end the call.
	PhraseVoiceEnding        // I heard no key, so I end the call now. …
	PhraseVoiceHeard         // I heard {key}. That key does nothing here.
	PhraseVoiceSlower        // Slower.
	PhraseVoiceSlowest       // This is the slowest.
	PhraseVoiceFast          // Fast.
	PhraseVoiceUsualSpeed    // Usual speed.
	PhraseVoiceLouder        // Louder.
	PhraseVoiceLoudest       // This is the loudest.
	PhraseVoiceUsualLoudness // Usual loudness.
	PhraseVoicePuttingOn     // I am connecting you with a person. Please stay on the line.
	PhraseVoiceNobody        // Nobody answered.
	PhraseVoiceRead          // To read this instead of hearing it, dial {phone}.
	PhraseVoiceStar          // star   (the name of the key)
	PhraseVoiceHash          // hash   (the name of the key)

	// A check of entitlement.
	PhraseCheckWhat       // What do you want to check?
	PhraseCheckAll        // Everything
	PhraseCheckFirst      // The first thing I get
	PhraseCheckEvent      // After a life event
	PhraseCheckOne        // One service
	PhraseCheckMe         // Am I entitled?
	PhraseCheckSkip       // Don't know  (as an answer: I don't know, or rather not say)
	PhraseCheckWhy        // Why?
	PhraseCheckResult     // Result  (the results so far)
	PhraseCheckNone       // None of these
	PhraseCheckThatsAll   // That is all  (after several answers)
	PhraseCheckSkipped    // no answer
	PhraseCheckAny        // any
	PhraseCheckDecides    // This decides {n} services.
	PhraseCheckSums       // Likely: {likely}. Probably not: {not}. Open: {open}.
	PhraseCheckLikely     // You are likely entitled to:
	PhraseCheckNothing    // From your answers, nothing here is likely.
	PhraseCheckNot        // Probably not
	PhraseCheckOpen       // Open
	PhraseCheckSelf       // Check yourself
	PhraseCheckAnswers    // My answers
	PhraseCheckCorrect    // Change: {label}
	PhraseCheckWrong      // Choose from the list, or type a value such as {example}.
	PhraseCheckChoose     // Choose one of the list.
	PhraseCheckResume     // Answers were given on this phone. Go on with them?
	PhraseVerdictLikely   // {service}: you are likely entitled.
	PhraseVerdictNot      // {service}: probably not, from your answers.
	PhraseVerdictDepends  // {service}: it depends on:
	PhraseVerdictSelf     // {service}: only you can check this.
	PhraseVerdictExpired  // {service}: it is not given on this day.
	PhraseVerdictBecause  // What is missing:
	PhraseVerdictYourself // Check yourself:
	PhraseVerdictChanges  // If this changed, the result would change: {label}
	PhraseVerdictAlone    // This alone decides.
	PhraseVerdictDecides  // Only {name} decides. You may still apply.
	PhraseBandUpTo        // up to {value}
	PhraseBandBelow       // less than {value}
	PhraseBandFrom        // {value} or more
	PhraseBandAbove       // more than {value}
	PhraseBandBetween     // {from} to {to}
	PhraseBandBefore      // before {value}
	PhraseBandSince       // {value} or later
	PhraseCheckForget     // Erase these answers

	// An answer by SMS.
	PhraseTextMe     // Send it to me by SMS
	PhraseTextComing // It will come by SMS.
	PhraseTextNot    // No SMS can be sent now. Try again later.
	PhraseTextMore   // More: {phone}   (the end of an SMS that is too short for the whole answer)

	phraseCount
)

// PhraseCount is the number of phrases.
const PhraseCount = int(phraseCount)
