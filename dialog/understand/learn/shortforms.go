package learn

// shortForm gives what people write in text messages for a folded word. One list serves all languages, as the words of
// one hardly occur in another.
func shortForm(word string) (string, bool) {
	s, ok := shortForms[word]
	return s, ok
}

// shortForms is never changed.
var shortForms = map[string]string{
	// English
	"you": "u", "your": "ur", "are": "r", "be": "b", "to": "2", "too": "2", "for": "4", "please": "pls", "thanks": "thx",
	"the": "da", "and": "n", "what": "wat", "whats": "wats", "when": "wen", "with": "w", "without": "wo", "because": "bc",
	"before": "b4", "today": "2day", "tomorrow": "tmrw", "tonight": "2nite", "message": "msg", "number": "no",
	"account": "acc", "people": "ppl", "about": "abt", "know": "kno", "have": "hv", "would": "wud", "could": "cud",
	"should": "shud", "really": "rly", "that": "dat", "this": "dis", "there": "der", "why": "y", "see": "c", "okay": "k",
	"money": "mony", "minutes": "mins", "minute": "min", "hours": "hrs", "hour": "hr", "week": "wk", "month": "mth",
	"year": "yr", "from": "frm", "right": "rite", "night": "nite", "need": "nd", "want": "wnt", "going": "goin",
	"get": "gt", "doing": "doin", "love": "luv", "great": "gr8", "later": "l8r", "wait": "w8", "someone": "sum1",
	"anyone": "any1", "everyone": "every1", "information": "info", "appointment": "appt", "address": "addr",
	"document": "doc", "documents": "docs", "office": "ofc", "question": "q", "telephone": "tel", "phone": "fon",
	"cannot": "cant", "im": "m", "dont": "dnt", "is": "iz", "does": "duz", "how": "hw", "much": "mch",
	// Azerbaijani
	"salam": "slm", "sagol": "sgl", "necedir": "ncdr", "nece": "nc", "ucun": "ucn", "zehmet": "zhmt", "olmasa": "olms",
	"deyil": "dyl", "bilmirem": "blmrm", "isteyirem": "istyrm", "lazimdir": "lzmdr", "yaxsi": "yxsi", "bugun": "bgn",
	"sabah": "sbh", "axsam": "axsm", "gelen": "gln", "hansi": "hnsi", "harada": "hrda", "var": "vr", "men": "mn",
	"mene": "mne", "menim": "mnm", "nedir": "ndr", "xais": "xaw", "edirem": "edrm", "goster": "gstr", "bir": "1",
	// Russian
	"пожалуйста": "пж", "спасибо": "спс", "привет": "прив", "здравствуйте": "здрасте", "сейчас": "щас", "сегодня": "седня",
	"что": "шо", "чтобы": "чтоб", "человек": "чел", "нормально": "норм", "когда": "кгд", "только": "тока", "сколько": "скок",
	"почему": "поч", "потому": "птм", "можно": "мона", "может": "мож", "конечно": "кнчн", "вообще": "ваще", "очень": "оч",
	"есть": "есь", "телефон": "тел", "номер": "ном", "документы": "доки", "минут": "мин", "месяц": "мес", "который": "ктр",
	"какой": "какои", "какая": "кая", "мне": "мн", "меня": "мя", "тебя": "тя", "завтра": "завт", "расскажи": "раскажи",
	// Swahili
	"habari": "hbr", "asante": "asnt", "tafadhali": "tafadhal", "sana": "sn", "kwa": "kw", "yangu": "yng", "wangu": "wng",
	"nini": "nn", "gani": "gan", "sasa": "ss", "kuhusu": "khs", "leo": "lo", "kesho": "ksho", "wewe": "ww", "mimi": "mm",
	"hapana": "hpn", "ndiyo": "ndio", "vipi": "vp", "nataka": "ntk", "naomba": "nmb",
	// Turkish
	"merhaba": "mrb", "tesekkurler": "tsk", "lutfen": "ltfn", "tamam": "tmm", "degil": "dgl", "bugun ": "bgn", "yarin": "yrn",
	"icin": "icn", "nasil": "nsl", "nerede": "nrde", "bana": "bn", "benim": "bnm", "istiyorum": "istyrm", "soyle": "syle",
}
