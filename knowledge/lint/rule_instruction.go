package lint

import (
	"strings"
	"unicode"

	"github.com/plainline/plainline/knowledge/source"
)

// instruction keeps out words that speak to a language model and not to a person: an answer may be given to one for
// rephrasing. Each pattern is whole words with single spaces; without a space at its end it may go on.
func instruction() Rule {
	return Rule{
		ID: "instruction", Severity: source.Error, Files: true,
		Statement: "No text speaks to a machine.",
		Check: func(p *Pass) {
			patterns := instructionPatterns()
			p.eachLine(func(pos source.Pos, line string) {
				words, columns := plainWords(line)
				for _, pattern := range patterns {
					if i := strings.Index(words, pattern); i >= 0 {
						pos.Col = columns[i+1]
						p.Report(pos, "write for people only", "the words %q speak to a machine", strings.TrimSpace(pattern))
					}
				}
			})
		},
	}
}

func instructionPatterns() []string {
	return []string{
		" ignore previous", " ignore all previous", " ignore the previous", " ignore the above", " ignore all instruction", " disregard previous",
		" disregard the above", " disregard all", " forget previous", " forget all previous", " forget your instruction", " system prompt",
		" system message ", " developer message ", " as an ai ", " as a language model", " you are an ai ", " you are chatgpt", " you are a chatbot",
		" you are now ", " jailbreak", " prompt injection", " new instructions ", " im start ", " endoftext ",
		" игнорируй", " забудь предыдущ", " забудь все", " забудь всё", " забудьте предыдущ", " системный промпт", " системного промпт",
		" системная инструкция", " системное сообщение ", " как языковая модель", " как ии ", " ты чат бот ", " ты чатбот ", " ты ассистент ", " ты теперь ", " новые инструкции ",
		" əvvəlki təlimat", " əvvəlki göstəriş", " təlimatları unut", " göstərişləri unut", " təlimatlara məhəl qoyma", " təlimatları nəzərə alma", " göstərişləri nəzərə alma",
		" sistem prompt", " sistem mesajı ", " süni intellekt kimi ", " dil modeli kimi ", " sən çatbot", " sən indi ", " yeni təlimatlar ",
	}
}

// plainWords gives a line as small words with one space before and after each, and the column of each byte.
func plainWords(line string) (words string, columns []int) {
	var b strings.Builder
	col, space := 0, true
	b.WriteByte(' ')
	columns = append(columns, 1)
	for _, r := range line {
		col++
		letter := unicode.IsLetter(r) || unicode.IsDigit(r)
		if letter || !space {
			if !letter {
				r = ' '
			}
			n, _ := b.WriteString(string(unicode.ToLower(r)))
			for range n {
				columns = append(columns, col)
			}
		}
		space = !letter
	}
	b.WriteByte(' ')
	return b.String(), append(columns, col)
}
