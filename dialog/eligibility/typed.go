package eligibility

import (
	"slices"
	"strings"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/rule"
)

// reader reads what people type in one language of a base.
type reader struct {
	*knowledge.Language
	base *knowledge.Base
}

// Typed reads an answer as people write it: "64", "64 il 6 ay", "1962", "14.03.1962", "14 mart 1962", "1 200,50", "bəli", or
// the words of an answer. What is out of the fact's domain is no answer, and nothing is guessed: where a text may mean two
// things it means none. A year alone is a coarse answer: it may be asked for more where that decides.
func Typed(b *knowledge.Base, f *knowledge.Fact, lang knowledge.Lang, text string) (rule.Answer, bool) {
	r := reader{b.Lang[lang], b}
	text = strings.ToLower(strings.Join(strings.Fields(text), " "))
	if r.Language == nil || text == "" || len(text) > longestAnswer {
		return rule.Answer{}, false
	}
	var a rule.Answer
	var ok bool
	switch f.Type {
	case knowledge.YesNoFact:
		return r.yesNo(text)
	case knowledge.SeveralFact:
		return r.several(f, text)
	case knowledge.OneFact, knowledge.PlaceFact:
		return r.chosen(f, text)
	case knowledge.DateFact:
		a, ok = r.date(text)
	default:
		var n int64
		if n, ok = r.inWords(f, text); !ok {
			n, ok = r.amount(f, text)
		}
		a = rule.Exactly(n)
		if f.Type == knowledge.AgeFact && n%12 == 0 && !slices.ContainsFunc(wordsIn(text), r.isMonth) {
			a = rule.Between(n, n+11) // who says 64 may be 64 and a half
		}
	}
	return a, ok && a.Hi >= f.Lowest && a.Lo <= f.Highest
}

// longestAnswer is how many bytes an answer has at most; what is longer is no answer but a question.
const longestAnswer = 200

// yesNo takes yes and no in any language of the base, if nothing else stands beside them: "no idea" is no no.
func (r reader) yesNo(text string) (rule.Answer, bool) {
	for _, l := range r.languages() {
		for n, k := range []knowledge.PhraseKey{knowledge.PhraseNo, knowledge.PhraseYes} {
			if r.Same(text, l.Phrase(k).One.Plain) {
				return rule.Exactly(int64(n)), true
			}
		}
	}
	return rule.Answer{}, false
}

// several takes one or more answers with commas between, all that apply; or that none does.
func (r reader) several(f *knowledge.Fact, text string) (rule.Answer, bool) {
	if r.Same(text, r.Phrase(knowledge.PhraseCheckNone).One.Plain) {
		return rule.Just(f, 0), true
	}
	set := int64(0)
	for part := range strings.FieldsFuncSeq(text, func(c rune) bool { return c == ',' || c == ';' || c == '+' }) {
		a, ok := r.chosen(f, part)
		if !ok {
			return rule.Answer{}, false
		}
		set |= 1 << a.Lo
	}
	return rule.Just(f, set), set != 0
}

// chosen finds the one answer that a text names.
func (r reader) chosen(f *knowledge.Fact, text string) (rule.Answer, bool) {
	for i, p := range f.Places {
		for _, name := range append([]string{p.Name.In(r.base, r.Tag).Plain}, p.Names...) {
			if r.Same(text, name) {
				return rule.Place(f, int64(i)), true
			}
		}
	}
	for i, v := range f.Values {
		if r.Same(text, v.Words.In(r.base, r.Tag).Plain) {
			return rule.Exactly(int64(i)), true
		}
	}
	return rule.Answer{}, false
}

// languages gives the languages of the base, that of the talk first.
func (r reader) languages() []*knowledge.Language {
	list := []*knowledge.Language{r.Language}
	for _, tag := range r.base.Languages {
		if tag != r.Tag {
			list = append(list, r.base.Lang[tag])
		}
	}
	return list
}
