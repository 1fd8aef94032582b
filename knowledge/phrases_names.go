package knowledge

// PhraseNames gives each phrase the name that stands before it in lang/<lang>.yaml, under phrases.
var PhraseNames = [PhraseCount]string{
	PhraseNotice:             "notice",
	PhraseNoticeDemo:         "notice-demo",
	PhraseNoticeKeys:         "notice-keys",
	PhraseChooseLanguage:     "choose-language",
	PhraseGoodbye:            "goodbye",
	PhraseErased:             "erased",
	PhraseTryAgain:           "try-again",
	PhraseResume:             "resume",
	PhraseResumeTopic:        "resume-topic",
	PhraseContinue:           "continue",
	PhraseStartAgain:         "start-again",
	PhraseHome:               "home",
	PhraseServices:           "services",
	PhraseEntitled:           "entitled",
	PhraseOfficesOpen:        "offices-open",
	PhraseMore:               "more",
	PhraseByTopic:            "by-topic",
	PhraseByEvent:            "by-event",
	PhraseChooseTopic:        "choose-topic",
	PhraseChooseEvent:        "choose-event",
	PhraseChooseService:      "choose-service",
	PhraseChooseEntitled:     "choose-entitled",
	PhraseLanguage:           "language",
	PhrasePrivacy:            "privacy",
	PhraseHelp:               "help",
	PhraseHelpText:           "help-text",
	PhrasePrivacyText:        "privacy-text",
	PhraseErase:              "erase",
	PhraseEraseAsk:           "erase-ask",
	PhraseYes:                "yes",
	PhraseNo:                 "no",
	PhraseSend:               "send",
	PhraseYourQuestion:       "your-question",
	PhraseQuickExit:          "quick-exit",
	PhraseBack:               "back",
	PhraseStart:              "start",
	PhraseShorter:            "shorter",
	PhraseYou:                "you",
	PhraseAssistant:          "assistant",
	PhraseDocuments:          "documents",
	PhraseFee:                "fee",
	PhraseWhereWhen:          "where-when",
	PhraseSteps:              "steps",
	PhraseTime:               "time",
	PhraseResult:             "result",
	PhraseLaw:                "law",
	PhraseRepresentation:     "representation",
	PhraseQuestions:          "questions",
	PhraseWho:                "who",
	PhraseRemedies:           "remedies",
	PhraseAppeal:             "appeal",
	PhraseComplaint:          "complaint",
	PhraseBribe:              "bribe",
	PhraseOverview:           "overview",
	PhraseFeeUsual:           "fee-usual",
	PhraseFeeOnly:            "fee-only",
	PhraseFeeFree:            "fee-free",
	PhraseFeeParts:           "fee-parts",
	PhraseFeeOther:           "fee-other",
	PhraseFeeAll:             "fee-all",
	PhraseFeeWho:             "fee-who",
	PhraseFeeArea:            "fee-area",
	PhraseFeeTier:            "fee-tier",
	PhraseSkip:               "skip",
	PhraseFeeChange:          "fee-change",
	PhraseFeeChanged:         "fee-changed",
	PhraseFeePayBy:           "fee-pay-by",
	PhraseFeeWaived:          "fee-waived",
	PhraseTimeAuthority:      "time-authority",
	PhraseTimePerson:         "time-person",
	PhraseTimeValidity:       "time-validity",
	PhraseValidity:           "validity",
	PhraseTimeUnlimited:      "time-unlimited",
	PhraseTimeStarts:         "time-starts",
	PhraseTimeLate:           "time-late",
	PhraseEvidenceAnyOf:      "evidence-any-of",
	PhraseEvidenceWhen:       "evidence-when",
	PhraseEvidenceOriginal:   "evidence-original",
	PhraseEvidenceCopy:       "evidence-copy",
	PhraseEvidenceCertified:  "evidence-certified",
	PhraseEvidenceElectronic: "evidence-electronic",
	PhraseEvidenceMaxAge:     "evidence-max-age",
	PhraseEvidenceInstead:    "evidence-instead",
	PhraseEvidenceNone:       "evidence-none",
	PhraseUnknown:            "unknown",
	PhraseUnknownValue:       "unknown-value",
	PhrasePastReview:         "past-review",
	PhrasePastReviewPart:     "past-review-part",
	PhraseSource:             "source",
	PhraseSourceShort:        "source-short",
	PhraseOtherLanguage:      "other-language",
	PhraseChooseOffices:      "choose-offices",
	PhraseChooseOffice:       "choose-office",
	PhraseOpenNow:            "open-now",
	PhraseClosedNow:          "closed-now",
	PhraseClosed:             "closed",
	PhraseOpensAt:            "opens-at",
	PhraseHoursUnknown:       "hours-unknown",
	PhraseClosedHoliday:      "closed-holiday",
	PhraseHolidayUnknown:     "holiday-unknown",
	PhraseLastPapers:         "last-papers",
	PhraseHours:              "hours",
	PhrasePhone:              "phone",
	PhraseAddress:            "address",
	PhraseLandmark:           "landmark",
	PhraseAccess:             "access",
	PhraseAlways:             "always",
	PhraseVisit:              "visit",
	PhraseToday:              "today",
	PhraseTomorrow:           "tomorrow",
	PhraseOpenList:           "open-list",
	PhraseUnknownList:        "unknown-list",
	PhrasePerson:             "person",
	PhrasePersonCall:         "person-call",
	PhrasePersonPress:        "person-press",
	PhrasePersonHours:        "person-hours",
	PhrasePersonOutside:      "person-outside",
	PhraseChargeFree:         "charge-free",
	PhraseChargeNormal:       "charge-normal",
	PhraseChargeUnknown:      "charge-unknown",
	PhraseFromAbroad:         "from-abroad",
	PhraseWebsite:            "website",
	PhraseWrongKey:           "wrong-key",
	PhraseWrongThrice:        "wrong-thrice",
	PhraseNotUnderstood:      "not-understood",
	PhraseDontKnow:           "dont-know",
	PhraseDidYouMean:         "did-you-mean",
	PhraseNoneOfThese:        "none-of-these",
	PhraseChanged:            "changed",
	PhraseNoMore:             "no-more",
	PhraseTooLong:            "too-long",
	PhraseSwitchLanguage:     "switch-language",
	PhraseNotice1:            "notice-word",
	PhraseNotThis:            "not-this",
	PhraseTailMore:           "tail-more",
	PhraseTailBack:           "tail-back",
	PhraseTailPerson:         "tail-person",
	PhraseVoiceOption:        "voice-option",
	PhraseVoiceKeys:          "voice-keys",
	PhraseVoiceMore:          "voice-more",
	PhraseVoiceSource:        "voice-source",
	PhraseVoiceAgain:         "voice-again",
	PhraseVoiceBack:          "voice-back",
	PhraseVoicePerson:        "voice-person",
	PhraseVoiceSilent:        "voice-silent",
	PhraseVoiceStillSilent:   "voice-still-silent",
	PhraseVoiceLastCall:      "voice-last-call",
	PhraseVoiceEnding:        "voice-ending",
	PhraseVoiceHeard:         "voice-heard",
	PhraseVoiceSlower:        "voice-slower",
	PhraseVoiceSlowest:       "voice-slowest",
	PhraseVoiceFast:          "voice-fast",
	PhraseVoiceUsualSpeed:    "voice-usual-speed",
	PhraseVoiceLouder:        "voice-louder",
	PhraseVoiceLoudest:       "voice-loudest",
	PhraseVoiceUsualLoudness: "voice-usual-loudness",
	PhraseVoicePuttingOn:     "voice-putting-on",
	PhraseVoiceNobody:        "voice-nobody",
	PhraseVoiceRead:          "voice-read",
	PhraseVoiceStar:          "voice-star",
	PhraseVoiceHash:          "voice-hash",
	PhraseCheckWhat:          "check-what",
	PhraseCheckAll:           "check-all",
	PhraseCheckFirst:         "check-first",
	PhraseCheckEvent:         "check-event",
	PhraseCheckOne:           "check-one",
	PhraseCheckMe:            "check-me",
	PhraseCheckSkip:          "check-skip",
	PhraseCheckWhy:           "check-why",
	PhraseCheckResult:        "check-result",
	PhraseCheckNone:          "check-none",
	PhraseCheckThatsAll:      "check-thats-all",
	PhraseCheckSkipped:       "check-skipped",
	PhraseCheckAny:           "check-any",
	PhraseCheckDecides:       "check-decides",
	PhraseCheckSums:          "check-sums",
	PhraseCheckLikely:        "check-likely",
	PhraseCheckNothing:       "check-nothing",
	PhraseCheckNot:           "check-not",
	PhraseCheckOpen:          "check-open",
	PhraseCheckSelf:          "check-self",
	PhraseCheckAnswers:       "check-answers",
	PhraseCheckCorrect:       "check-correct",
	PhraseCheckWrong:         "check-wrong",
	PhraseCheckChoose:        "check-choose",
	PhraseCheckResume:        "check-resume",
	PhraseVerdictLikely:      "verdict-likely",
	PhraseVerdictNot:         "verdict-not",
	PhraseVerdictDepends:     "verdict-depends",
	PhraseVerdictSelf:        "verdict-self",
	PhraseVerdictExpired:     "verdict-expired",
	PhraseVerdictBecause:     "verdict-because",
	PhraseVerdictYourself:    "verdict-yourself",
	PhraseVerdictChanges:     "verdict-changes",
	PhraseVerdictAlone:       "verdict-alone",
	PhraseVerdictDecides:     "verdict-decides",
	PhraseBandUpTo:           "band-up-to",
	PhraseBandBelow:          "band-below",
	PhraseBandFrom:           "band-from",
	PhraseBandAbove:          "band-above",
	PhraseBandBetween:        "band-between",
	PhraseBandBefore:         "band-before",
	PhraseBandSince:          "band-since",
	PhraseCheckForget:        "check-forget",
	PhraseTextMe:             "text-me",
	PhraseTextComing:         "text-coming",
	PhraseTextNot:            "text-not",
	PhraseTextMore:           "text-more",
}

// Slots gives the names of the slots that a phrase may use: the engine fills these and no others.
func (k PhraseKey) Slots() []string {
	switch k {
	case PhraseTryAgain, PhraseUnknownValue, PhraseHoursUnknown, PhrasePersonCall, PhraseFromAbroad, PhraseVoiceRead, PhraseTextMore:
		return []string{"phone"}
	case PhraseResumeTopic:
		return []string{"topic"}
	case PhraseFeeUsual, PhraseFeeOnly:
		return []string{"amount"}
	case PhraseFeeParts:
		return []string{"parts"}
	case PhraseFeeChange, PhraseFeeChanged:
		return []string{"date", "amount"}
	case PhraseFeePayBy, PhraseFeeWaived, PhraseTimeStarts, PhraseTimeLate, PhraseEvidenceWhen, PhraseEvidenceMaxAge, PhraseEvidenceInstead, PhraseClosedHoliday, PhrasePersonPress, PhrasePersonOutside:
		return []string{"label"}
	case PhraseTimeAuthority, PhraseTimePerson, PhraseTimeValidity:
		return []string{"duration"}
	case PhraseUnknown:
		return []string{"label", "phone"}
	case PhrasePastReview, PhrasePastReviewPart:
		return []string{"date", "phone"}
	case PhraseSource, PhraseSourceShort:
		return []string{"source", "date", "code"}
	case PhraseOtherLanguage:
		return []string{"language"}
	case PhraseOpenNow, PhraseLastPapers:
		return []string{"time"}
	case PhraseOpensAt:
		return []string{"day", "time"}
	case PhraseVisit:
		return []string{"date", "time", "until"}
	case PhraseOpenList:
		return []string{"n"}
	case PhraseUnknownList:
		return []string{"n", "phone"}
	case PhrasePersonHours:
		return []string{"hours"}
	case PhraseDontKnow:
		return []string{"name", "phone"}
	case PhraseVoiceOption:
		return []string{"label", "key"}
	case PhraseCheckDecides:
		return []string{"n"}
	case PhraseCheckSums:
		return []string{"likely", "not", "open"}
	case PhraseCheckCorrect, PhraseVerdictChanges:
		return []string{"label"}
	case PhraseCheckWrong:
		return []string{"example"}
	case PhraseVerdictLikely, PhraseVerdictNot, PhraseVerdictDepends, PhraseVerdictSelf, PhraseVerdictExpired:
		return []string{"service"}
	case PhraseBandBetween:
		return []string{"from", "to"}
	case PhraseVerdictDecides:
		return []string{"name"}
	case PhraseBandUpTo, PhraseBandBelow, PhraseBandFrom, PhraseBandAbove, PhraseBandBefore, PhraseBandSince:
		return []string{"value"}
	case PhraseVoiceHeard:
		return []string{"key"}
	}
	return nil
}

// String gives the name of the phrase.
func (k PhraseKey) String() string {
	if int(k) < PhraseCount {
		return PhraseNames[k]
	}
	return "no-phrase"
}
