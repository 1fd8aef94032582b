package understand

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/plainline/plainline/knowledge"
)

// maxTexts bounds what is read of one language, in bytes: enough to know it by, and a large base still loads quickly.
const maxTexts = 100_000

// textsOf gives texts of a language from the base: questions, names, words of files, phrases. Questions held aside are
// left out. The order is always the same, and the most telling come first.
func textsOf(b *knowledge.Base, l *knowledge.Language) []string {
	c := &textBook{}
	for _, q := range b.Questions[l.Tag] {
		if !q.Held() {
			c.add(q.Text)
		}
	}
	for _, words := range []map[string][]string{l.Commands, l.AspectWords} {
		for _, k := range slices.Sorted(maps.Keys(words)) {
			c.add(words[k]...)
		}
	}
	for i := range l.Phrases {
		c.text(l.Phrases[i].One)
	}
	c.add(l.Stop...)
	folders := b.WordFolders()
	for _, f := range folders {
		if w := f.Words[l.Tag]; w != nil {
			c.text(w.Title)
			c.add(w.Names...)
		}
	}
	for _, f := range folders {
		if w := f.Words[l.Tag]; w != nil {
			c.words(w)
		}
	}
	return c.texts
}

// textBook collects texts up to a size.
type textBook struct {
	texts []string
	size  int
}

func (c *textBook) add(texts ...string) {
	for _, t := range texts {
		if t != "" && c.size < maxTexts {
			c.texts = append(c.texts, t)
			c.size += len(t)
		}
	}
}

func (c *textBook) text(t knowledge.Text) {
	c.add(t.Plain)
	for _, p := range t.Parts {
		c.add(p.Literal)
	}
}

func (c *textBook) words(w *knowledge.Words) {
	for _, b := range w.AllBlocks() {
		for _, t := range b.Text {
			c.text(t)
		}
		for _, it := range b.Items {
			c.text(it.Text)
			c.text(it.More)
		}
	}
}

// spellings gives the ways in which people without the letters of a language type it, from its reviewed tables read
// backwards: a letter may be typed as everything that the tables bring to the same form (ş as sh or w, ж as zh or j).
// What no table names stays as it is.
func spellings(l *knowledge.Language) []*strings.Replacer {
	byForm, form, screen := map[string][]string{}, map[string]string{}, map[string]string{}
	for _, p := range l.Typed {
		form[p.From] = p.To
		if basic(p.From) {
			byForm[p.To] = append(byForm[p.To], p.From)
		}
	}
	for _, p := range l.Fold {
		screen[p.From] = p.To
	}
	ways := make([]*strings.Replacer, 0, 2)
	for n := range cap(ways) {
		var pairs []string
		for _, r := range strings.ToLower(l.Alphabet) {
			letter := string(r)
			if basic(letter) {
				continue
			}
			to := letter
			if f := form[letter]; f != "" {
				to = f
			}
			if way := nth(byForm[to], screen[letter], n); way != "" {
				pairs = append(pairs, letter, way)
			}
		}
		if len(pairs) > 0 {
			ways = append(ways, strings.NewReplacer(pairs...))
		}
	}
	return ways
}

// nth gives the screen spelling first where there is one, then the others in their order, the last again and again.
func nth(others []string, screen string, n int) string {
	if basic(screen) {
		others = append([]string{screen}, slices.DeleteFunc(slices.Clone(others), func(s string) bool { return s == screen })...)
	}
	if len(others) == 0 {
		return ""
	}
	return others[min(n, len(others)-1)]
}

// basic says whether a text is nothing but letters that every keyboard has, and not empty.
func basic(s string) bool {
	for _, r := range s {
		if r > unicode.MaxASCII {
			return false
		}
	}
	return s != ""
}
