package questions

import (
	"regexp"
	"strings"
	"unicode"
)

// What is taken out of a question before it is kept. It is better to lose a word too many than to keep a number or a name.
var (
	mailOrHandle = regexp.MustCompile(`\S*@\S+`)
	manyDigits   = regexp.MustCompile(`\pN(?:[ .,()/+\-]{0,2}\pN){3,}`) // a number of four digits and more, also in groups
	namesItself  = regexp.MustCompile(`(?i)((?:^|[^\pL])(?:ad[ıi]m|my name(?: is|['’]?s)?|i am called|меня зовут|мо[её] имя|menya zovut)[\s:,-]+)(\S+(?:\s+\S+){0,2})`)
)

// Mask takes out of a question what may say who asks: numbers of four digits and more, codes of letters and digits, e-mail
// addresses and handles, and the words after "my name is".
func Mask(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	text = mailOrHandle.ReplaceAllString(text, "#")
	words := strings.Split(text, " ")
	for i, w := range words {
		if isCode(w) {
			words[i] = "#"
		}
	}
	text = manyDigits.ReplaceAllString(strings.Join(words, " "), "#")
	return namesItself.ReplaceAllString(text, "${1}#")
}

// isCode says whether a word mixes letters and digits as numbers of documents do: 5ABC1D2.
func isCode(w string) bool {
	letters, digits, all := 0, 0, 0
	for _, r := range w {
		switch {
		case unicode.IsLetter(r):
			letters++
		case unicode.IsNumber(r):
			digits++
		}
		all++
	}
	return all >= 6 && letters > 0 && digits >= 2
}
