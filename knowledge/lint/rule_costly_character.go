package lint

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

// gsm7 is the alphabet of 3GPP TS 23.038 with its extension table. One other sign makes a message cost more than twice.
const gsm7 = "@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿" +
	"abcdefghijklmnopqrstuvwxyzäöñüà^{}\\[~]|€"

func costlyCharacter() Rule {
	return Rule{
		ID: "costly-character", Severity: source.Error,
		Statement: "Words use the letters of their language and the signs of a plain telephone, nothing else.",
		Check: func(p *Pass) {
			allowed := map[knowledge.Lang]map[rune]bool{}
			for _, lang := range p.Base.Languages {
				allowed[lang] = letters(p.Base, p.Base.Lang[lang])
			}
			for _, t := range p.Texts() {
				p.characters(t, allowed[t.Lang])
			}
		},
	}
}

// letters gives the characters that a language may use at no further cost: its alphabet, those of telephones, and the
// letters of the base's other languages, in which names are written. A language that is folded folds them too, by the
// reviewed tables; one that is not takes a UCS-2 screen in any case.
func letters(b *knowledge.Base, l *knowledge.Language) map[rune]bool {
	set := map[rune]bool{}
	for _, r := range gsm7 + l.Alphabet {
		set[r] = true
	}
	for _, tag := range b.Languages {
		other := b.Lang[tag]
		for _, pair := range other.Fold {
			for _, r := range pair.From {
				set[r] = true
			}
		}
		if !l.FoldByDefault {
			for _, r := range other.Alphabet {
				set[r] = true
			}
		}
	}
	return set
}

func (p *Pass) characters(t Text, allowed map[rune]bool) {
	seen := ""
	for _, r := range literals(t.Text, "") {
		if allowed[r] || strings.ContainsRune(seen, r) {
			continue
		}
		seen += string(r)
		advice := "leave it out"
		if unicode.IsLetter(r) {
			advice = fmt.Sprintf("write it in other letters, or add %c: … under fold in lang/%s.yaml", r, t.Lang)
		}
		if plain, ok := plainSign(r); ok {
			advice = fmt.Sprintf("write %q instead", plain)
		}
		p.Report(p.findSign(t.Pos, string(r)), advice, "the character %q (%U) is not one of the language %s and makes messages dear", r, r, t.Lang)
	}
}

// plainSign gives what to write instead of a sign of printers.
func plainSign(r rune) (plain string, ok bool) {
	switch r {
	case '“', '”', '„', '«', '»', '‟', '″':
		return `"`, true
	case '‘', '’', '‚', '‛', '′', '`', 'ʼ':
		return "'", true
	case '–', '—', '−', '‐', '‑', '‒', '•', '·':
		return "-", true
	case '…':
		return "...", true
	case '\u00a0', '\u202f', '\u2009', '\u2007':
		return " ", true
	case '№':
		return "No.", true
	case '×':
		return "x", true
	case '½':
		return "1/2", true
	}
	return "", false
}
