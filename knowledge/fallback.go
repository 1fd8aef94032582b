package knowledge

import "iter"

// chain gives the languages in which to look for words: the one asked for, those the base falls back to, the source
// language.
func (b *Base) chain(lang Lang) iter.Seq[Lang] {
	return func(yield func(Lang) bool) {
		if !yield(lang) {
			return
		}
		for _, l := range b.Fallback[lang] {
			if !yield(l) {
				return
			}
		}
		yield(b.SourceLang)
	}
}

// pick gives the first words there are in the chain of languages, and their language.
func pick[T any](b *Base, words map[Lang]T, lang Lang) (found T, got Lang) {
	for l := range b.chain(lang) {
		if w, ok := words[l]; ok {
			return w, l
		}
	}
	return found, lang
}

// ServiceWords gives the words of a service in a language or, where it has none, in the one that the base falls back to.
func (b *Base) ServiceWords(s *Service, lang Lang) (w *Words, got Lang) {
	return pick(b, s.Words, lang)
}

// EventWords gives the words of a life event as ServiceWords does.
func (b *Base) EventWords(e *Event, lang Lang) (w *Words, got Lang) { return pick(b, e.Words, lang) }

// AnswerWords gives the words of a general answer as ServiceWords does.
func (b *Base) AnswerWords(a *Answer, lang Lang) (w *Words, got Lang) {
	return pick(b, a.Words, lang)
}

// In gives the text in a language or in the one that the base falls back to.
func (m WordsMap) In(b *Base, lang Lang) Text {
	t, _ := pick(b, m, lang)
	return t
}

// LabelText gives the words of a label: the service's own, or else those of the language. The service may be nil.
func (b *Base) LabelText(s *Service, lang Lang, id string) (t Text, ok bool) {
	if s != nil {
		if w := s.Words[lang]; w != nil {
			if item := w.Blocks["labels"].Item(id); item != nil {
				return item.Text, true
			}
		}
	}
	if l := b.Lang[lang]; l != nil {
		t, ok = l.Labels[id]
	}
	return t, ok
}
