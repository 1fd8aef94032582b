package understand

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/plainline/plainline/dialog/understand/learn"
	"github.com/plainline/plainline/knowledge"
)

// Detector is a second opinion on the language of a text, as it was typed. It gives "" where it has none. It is safe for
// any number of callers, and everything it needs is in memory before the first call.
type Detector interface {
	Detect(text string) (lang knowledge.Lang, confidence float64)
}

// Judgement is in which language something was said. Lang is the best reading, the talk's own where nothing speaks against
// it. Switch says that the evidence for another language is strong enough to offer it.
type Judgement struct {
	Lang       knowledge.Lang
	Confidence float64 // from 0 to 1
	Switch     bool
}

// Languages judges languages. The script decides where only one language of the base is written in it (Latin never does:
// people type every language in it). Otherwise runs of letters, learned from the base's own texts without the marks that
// people leave out, are weighed with the opinion of a Detector, if there is one, and with the language of the talk.
// The same words always get the same judgement. It is safe for any number of callers.
type Languages struct {
	tags     []knowledge.Lang
	letters  *strings.Replacer // of the base's tables
	scripts  *scriptBook
	model    *learn.Language
	detector Detector
}

const (
	talkPrior   = 0.8  // how probable the language of the talk is before anything was said
	clearMargin = 0.6  // by how much another language must be ahead without that, before it is offered
	fewMargin   = 0.95 // the same for fewer words than fewWords
	fewWords    = 4
	wordSpeaks  = 0.6  // how surely one word must be of a language to speak for it
	otherVoice  = 0.5  // what the second opinion counts beside the letters
	sureAlone   = 0.99 // letters this sure need no second opinion
	mostSure    = 0.98 // no second opinion is taken for more sure than this
	scriptWord  = 4    // letters of a script of its own that make one word enough
)

// NewLanguages learns the languages of a base, or takes from a cache what was learned before; d and c may be nil.
func NewLanguages(b *knowledge.Base, d Detector, c Cache) *Languages {
	j := &Languages{detector: d}
	var languages []*knowledge.Language
	for _, tag := range b.Languages {
		if l := b.Lang[tag]; l != nil {
			languages = append(languages, l)
			j.tags = append(j.tags, tag)
		}
	}
	j.scripts = newScriptBook(languages)
	var fold []string
	for _, l := range languages {
		for _, p := range l.Fold {
			first, _ := utf8.DecodeRuneInString(p.From)
			if first > unicode.MaxASCII && basic(p.To) && j.scripts.letter(first) == latin {
				fold = append(fold, p.From, p.To)
			}
		}
	}
	j.letters = strings.NewReplacer(fold...)
	texts := map[string][]string{}
	var examples []learn.Example // the same in one order
	for _, l := range languages {
		texts[string(l.Tag)] = j.read(textsOf(b, l), spellings(l))
		for _, t := range texts[string(l.Tag)] {
			examples = append(examples, learn.Example{Label: string(l.Tag), Text: t})
		}
	}
	j.model = stored(c, func() string { return fingerprint("languages", examples) }, func(b []byte) (*learn.Language, error) {
		m := &learn.Language{}
		return m, m.UnmarshalBinary(b)
	}, func() (*learn.Language, []byte) {
		m := learn.TrainLanguage(texts)
		b, _ := m.MarshalBinary() // it cannot fail
		return m, b
	})
	return j
}

// read folds the texts of a language, as they are and as people spell them.
func (j *Languages) read(texts []string, ways []*strings.Replacer) []string {
	out := make([]string, 0, len(texts)*(1+len(ways)))
	for _, t := range texts {
		own := len(out)
		out = append(out, j.fold(t))
		for _, w := range ways {
			if f := j.fold(w.Replace(strings.ToLower(t))); !slices.Contains(out[own:], f) {
				out = append(out, f)
			}
		}
	}
	return out
}

// fold brings a text to small letters without marks, in words with one space between them.
func (j *Languages) fold(text string) string { return learn.Fold(j.letters.Replace(text)) }

// Judge says in which language a text is, in a talk in the language session; "" where that is not known yet. Numbers, and
// letters that no text of the base has, stay in the talk's language.
func (j *Languages) Judge(text string, session knowledge.Lang) Judgement {
	talk := slices.Index(j.tags, session)
	script, letters := j.scripts.of(text)
	if len(j.tags) == 0 || script < 0 {
		return Judgement{Lang: session}
	}
	if users := j.scripts.users[script]; script != latin && len(users) == 1 {
		lang := users[0]
		return Judgement{j.tags[lang], 1, lang != talk && letters >= scriptWord}
	}
	folded := j.fold(text)
	evidence := make([]float64, len(j.tags))
	if !j.listen(evidence, folded) {
		return Judgement{Lang: session}
	}
	j.ask(evidence, text, script)
	return j.weigh(folded, evidence, talk)
}

// listen sets evidence to how probable each language is by the letters of a folded text alone; false where no letter of it
// was ever read.
func (j *Languages) listen(evidence []float64, folded string) bool {
	guesses, _ := j.model.Guess(folded)
	for _, g := range guesses {
		evidence[slices.Index(j.tags, knowledge.Lang(g.Lang))] = g.Probability
	}
	return len(guesses) > 0
}

// weigh adds what is known of the talk to the evidence and decides. One word, names, and what may be either keep the
// language of the talk.
func (j *Languages) weigh(folded string, evidence []float64, talk int) Judgement {
	all := slices.Clone(evidence)
	if talk >= 0 {
		for i := range all {
			all[i] *= (1 - talkPrior) / float64(max(len(all)-1, 1))
		}
		all[talk] = evidence[talk] * talkPrior
	}
	normalise(all)
	best := slices.Index(all, slices.Max(all))
	if best == talk {
		return Judgement{Lang: j.tags[talk], Confidence: all[talk]}
	}
	telling, ahead := j.telling(folded, best), evidence[best]
	if talk >= 0 {
		ahead -= evidence[talk]
	}
	strong := telling >= 2 && ahead >= margin(telling)
	if talk >= 0 && !strong {
		return Judgement{Lang: j.tags[talk], Confidence: all[talk]}
	}
	return Judgement{j.tags[best], all[best], strong}
}

// margin is by how much another language than the talk's must be ahead, by the number of words that can tell.
func margin(telling int) float64 {
	if telling < fewWords {
		return fewMargin
	}
	return clearMargin
}

// ask weighs in the second opinion, unless the letters are sure enough without it. It only knows languages in their own
// script, so that it moves evidence between the languages that are written in this one, and never away from one that is
// typed in foreign letters.
func (j *Languages) ask(evidence []float64, text string, script int) {
	users := j.scripts.users[script]
	if j.detector == nil || len(users) < 2 || slices.Max(evidence) >= sureAlone {
		return
	}
	lang, sure := j.detector.Detect(text)
	voted := slices.Index(j.tags, lang)
	if !slices.Contains(users, voted) {
		return
	}
	sure = min(sure, mostSure)
	before, after := 0.0, 0.0
	for _, u := range users {
		before += evidence[u]
		vote := (1 - sure) / float64(len(users)-1)
		if u == voted {
			vote = sure
		}
		evidence[u] *= math.Pow(vote, otherVoice)
		after += evidence[u]
	}
	if after > 0 {
		for _, u := range users {
			evidence[u] *= before / after
		}
	}
}

func normalise(p []float64) {
	sum := 0.0
	for _, v := range p {
		sum += v
	}
	if sum > 0 {
		for i := range p {
			p[i] /= sum
		}
	}
}

// telling counts the words that speak for a language by themselves, as names of places and offices do for none.
func (j *Languages) telling(folded string, language int) int {
	alone := make([]float64, len(j.tags))
	n := 0
	for w := range strings.FieldsSeq(folded) {
		if len(w) > 1 && j.listen(alone, w) && alone[language] >= wordSpeaks {
			n++
		}
	}
	return n
}
