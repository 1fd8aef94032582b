package lint

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

// heldQuestion keeps the measure honest: a question that was learned says nothing about how new ones are understood.
func heldQuestion() Rule {
	return Rule{
		ID: "held-question", Severity: source.Error,
		Statement: "A question that is held aside for measuring is not, in the same language, learned from as well.",
		Check: func(p *Pass) {
			for _, lang := range p.Base.Languages {
				p.heldQuestions(p.Base.Lang[lang], p.Base.Questions[lang])
			}
		},
	}
}

func (p *Pass) heldQuestions(l *knowledge.Language, questions []*knowledge.Example) {
	fold := typing(l)
	learned := make(map[string]*knowledge.Example, len(questions))
	for _, e := range questions {
		if key := fold(e.Text); !e.Held() && learned[key] == nil {
			learned[key] = e
		}
	}
	for _, e := range questions {
		if !e.Held() {
			continue
		}
		if other := learned[fold(e.Text)]; other != nil {
			p.Report(p.Find(e.Pos, e.Text), "take one of the two out", "the held question %q is learned from as %q (line %d)", e.Text, other.ID, other.Line)
		}
	}
}

// typing gives the function that brings a text to the form in which questions are the same: small letters and digits, without
// the marks that people leave out and the signs between words.
func typing(l *knowledge.Language) func(string) string {
	var letters []string
	for _, p := range l.Fold {
		letters = append(letters, strings.ToLower(p.From), strings.ToLower(p.To))
	}
	plain := strings.NewReplacer(append(letters, "ı", "i", "'", "", "’", "")...)
	return func(text string) string {
		text = norm.NFC.String(strings.ToLower(text)) // the letters of the table are whole
		text = withoutMarks(norm.NFKD.String(plain.Replace(text)))
		return strings.Join(strings.FieldsFunc(text, isSign), " ")
	}
}

// withoutMarks drops the marks of letters in scripts where people leave them out; elsewhere they are vowels.
func withoutMarks(text string) string {
	strip := false
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.M, r) {
			if strip {
				return -1
			}
			return r
		}
		strip = unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Arabic)
		return r
	}, text)
}

func isSign(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r)
}
