package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

// Limits of easy reading. LIX counts words of more than six letters and was made for Germanic languages; Azerbaijani and
// Russian words are long without being hard, so it is taken for English alone.
const (
	longestSentence = 25
	lixLimit        = 40
)

func meanLimit(lang knowledge.Lang) float64 {
	if lang == "az" {
		return 12
	}
	return 15
}

func hardToRead() Rule {
	return Rule{
		ID: "hard-to-read", Severity: source.Warning,
		Statement: "Sentences are short: at most 15 words on average (Azerbaijani 12), none over 25.",
		Check: func(p *Pass) {
			for _, folder := range p.Base.WordFolders() {
				for _, lang := range p.Base.Languages {
					if w := folder.Words[lang]; w != nil {
						p.readable(w)
					}
				}
			}
			for _, n := range p.Base.Notices {
				for lang, text := range n.Text {
					var r reading
					p.read(&r, text)
					p.mean(r, lang, text.Pos, "the notice")
				}
			}
		},
	}
}

func (p *Pass) readable(w *knowledge.Words) {
	var whole reading
	for _, b := range w.AllBlocks() {
		if b.ID == "labels" {
			continue
		}
		var r reading
		for _, t := range b.Text {
			p.read(&r, t)
		}
		for _, item := range b.Items {
			p.read(&r, item.Text)
			p.read(&r, item.More)
		}
		p.mean(r, w.Lang, b.Pos, "the section \""+b.ID+"\"")
		whole.add(r)
	}
	if w.Lang == "en" && whole.words >= 50 && whole.lix() > lixLimit {
		p.Report(w.Pos, "use shorter words and sentences", "the text has a LIX of %.0f, plain English stays below %d", whole.lix(), lixLimit)
	}
}

func (p *Pass) mean(r reading, lang knowledge.Lang, pos source.Pos, what string) {
	if limit := meanLimit(lang); r.sentences > 0 && r.mean() > limit {
		p.Report(pos, "divide the longest ones", "the sentences of %s have %.1f words on average, at most %.0f are easy", what, r.mean(), limit)
	}
}

// read counts the sentences of a text and tells of the longest ones. What has no full stop is a fragment and does not count.
func (p *Pass) read(r *reading, t knowledge.Text) {
	for _, s := range sentences(literals(t, "0")) {
		n := words(s)
		if n > longestSentence {
			p.Report(t.Pos, "make two or three of it", "a sentence has %d words, at most %d are easy: %q", n, longestSentence, beginning(s))
		}
		if !strings.ContainsAny(s[len(s)-1:], ".!?:") {
			continue
		}
		r.sentences++
		r.words += n
		r.long += longWords(s)
	}
}

// reading is how much was read.
type reading struct{ sentences, words, long int }

func (r *reading) add(o reading) {
	r.sentences, r.words, r.long = r.sentences+o.sentences, r.words+o.words, r.long+o.long
}

func (r reading) mean() float64 { return float64(r.words) / float64(max(r.sentences, 1)) }

func (r reading) lix() float64 { return r.mean() + 100*float64(r.long)/float64(max(r.words, 1)) }

// sentences divides a text after full stops, question marks and exclamation marks that a space follows.
func sentences(s string) (list []string) {
	start := 0
	for i := 0; i < len(s); i++ {
		if strings.IndexByte(".!?", s[i]) >= 0 && (i+1 == len(s) || s[i+1] == ' ') {
			list = append(list, strings.TrimSpace(s[start:i+1]))
			start = i + 1
		}
	}
	if rest := strings.TrimSpace(s[start:]); rest != "" {
		list = append(list, rest)
	}
	return list
}

func words(s string) int {
	n := 0
	for _, w := range strings.Fields(s) {
		if strings.ContainsFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++
		}
	}
	return n
}

func longWords(s string) int {
	n := 0
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if utf8.RuneCountInString(w) > 6 {
			n++
		}
	}
	return n
}

func beginning(s string) string {
	list := strings.Fields(s)
	return strings.Join(list[:min(4, len(list))], " ") + "..."
}
