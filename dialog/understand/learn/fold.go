package learn

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// maxRunes bounds what is read of a text: nobody asks longer questions, and a query must stay cheap.
const maxRunes = 1000

// Fold brings a text to the form in which texts are compared: small letters without the marks that people leave out,
// words of letters and digits with one space between them. Marks are stripped only in Latin, Greek, Cyrillic and Arabic
// script; the vowel signs of Indic scripts are marks too, and carry meaning.
func Fold(text string) string {
	return string(appendFolded(nil, text))
}

// appendFolded appends the folded text, at most maxRunes of it.
func appendFolded(dst []rune, text string) []rune {
	f := folding{out: dst, end: len(dst) + maxRunes}
	ascii := true
	for i := 0; i < len(text) && ascii; i++ {
		ascii = text[i] < 0x80
	}
	if !ascii {
		if len(text) > 8*maxRunes {
			text = text[:8*maxRunes]
		}
		text = norm.NFKD.String(strings.ToValidUTF8(text, " "))
	}
	for _, r := range text {
		if len(f.out) >= f.end {
			break
		}
		f.add(r)
	}
	if n := len(f.out); n > len(dst) && f.out[n-1] == ' ' {
		f.out = f.out[:n-1]
	}
	return f.out
}

// folding is a text on its way: what is out, where to end, and whether marks after the last letter are to be stripped.
type folding struct {
	out   []rune
	end   int
	strip bool
}

func (f *folding) add(r rune) {
	switch {
	case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
		f.out, f.strip = append(f.out, r), true
	case 'A' <= r && r <= 'Z':
		f.out, f.strip = append(f.out, r+'a'-'A'), true
	case r == '\'' || r == '’' || r == '‘' || r == 'ʼ' || r == 'ʻ' || r == 'ʹ' || r == 'ـ' || r == '\u00ad':
		// inside a word these are left out as often as written: don't, dont
	case r < 0x80:
		f.space()
	default:
		f.addOther(r)
	}
}

func (f *folding) space() {
	if n := len(f.out); n > 0 && f.out[n-1] != ' ' {
		f.out = append(f.out, ' ')
	}
}

func (f *folding) addOther(r rune) {
	switch {
	case unicode.Is(unicode.M, r):
		if !f.strip && len(f.out) > 0 && f.out[len(f.out)-1] != ' ' {
			f.out = append(f.out, r)
		}
	case unicode.IsDigit(r):
		r = digit(r)
		f.out, f.strip = append(f.out, r), r < 0x80
	case unicode.IsLetter(r):
		r = unicode.ToLower(r)
		f.strip = unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Arabic)
		if s, ok := plain(r); ok {
			f.out = append(f.out, []rune(s)...)
			return
		}
		f.out = append(f.out, r)
	default:
		f.space()
	}
}

// digit gives the Latin digit of a decimal one, where its script is a common one.
func digit(r rune) rune {
	for _, zero := range [...]rune{'٠', '۰', '०', '০', '০'} {
		if zero <= r && r <= zero+9 {
			return '0' + r - zero
		}
	}
	return r
}

// plain gives the letters that people type for one that has no decomposition.
func plain(r rune) (string, bool) {
	switch r {
	case 'ı', 'ɪ':
		return "i", true
	case 'ə', 'ǝ':
		return "e", true
	case 'ß':
		return "ss", true
	case 'ø':
		return "o", true
	case 'æ':
		return "ae", true
	case 'œ':
		return "oe", true
	case 'ł':
		return "l", true
	case 'đ', 'ð', 'ɗ':
		return "d", true
	case 'þ':
		return "th", true
	case 'ħ':
		return "h", true
	case 'ŋ':
		return "n", true
	case 'ɓ':
		return "b", true
	case 'ƙ':
		return "k", true
	}
	return plainOther(r)
}

func plainOther(r rune) (string, bool) {
	switch r {
	case 'ς':
		return "σ", true
	case 'ә':
		return "а", true
	case 'ғ', 'ґ':
		return "г", true
	case 'қ', 'ҝ':
		return "к", true
	case 'ң':
		return "н", true
	case 'ө':
		return "о", true
	case 'ұ', 'ү':
		return "у", true
	case 'һ', 'ҳ':
		return "х", true
	case 'ҹ', 'ҷ':
		return "ч", true
	case 'і':
		return "и", true
	case 'ى', 'ی':
		return "ي", true
	case 'ة':
		return "ه", true
	case 'ک':
		return "ك", true
	}
	return "", false
}
