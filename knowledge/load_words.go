package knowledge

import (
	"slices"
	"strings"

	"github.com/plainline/plainline/knowledge/source"
)

// wordsHeader is what stands between the two lines of three hyphens.
type wordsHeader struct {
	Title  Text     `yaml:"title,required"`
	Short  Text     `yaml:"short"`
	Spoken Text     `yaml:"spoken"`
	Names  []string `yaml:"names"`
	State  string   `yaml:"state"`
}

// sectionsOf gives the ids of the sections that the words of a service, an event or an answer may have.
func sectionsOf(folder string) []string {
	switch folder {
	case "events":
		return []string{"summary"}
	case "answers":
		return []string{"answer", "steps"}
	}
	return []string{"summary", "who", "documents", "steps", "where", "result", "law", "by-another", "fee", "time", "appeal",
		"complaint", "urgent", "questions", "labels", "eligibility"}
}

// readWords reads the words of a folder in one language.
func (l *loader) readWords(f *source.File, dir, folder string, lang Lang) {
	if !slices.Contains(l.base.Languages, lang) {
		l.Errorf(source.Pos{File: f.Path}, source.RuleReference, "add it to languages in base.yaml, or name the file "+string(l.base.SourceLang)+".md",
			"the base has no language %q", lang)
		return
	}
	w := l.parseWords(f, sectionsOf(folder))
	w.Lang = lang
	if l.words[dir] == nil {
		l.words[dir] = make(map[Lang]*Words, len(l.base.Languages))
	}
	l.words[dir][lang] = w
}

func (l *loader) parseWords(f *source.File, sections []string) *Words {
	doc := source.ParseDocument(f.Path, f.Data, &l.Report)
	w := &Words{Pos: doc.Pos, Blocks: make(map[string]*WordBlock, len(doc.Sections))}
	var h wordsHeader
	if doc.Header != nil {
		l.Decode(doc.Header, &h)
		w.State = l.state(h.State, doc.Header.Pos)
		if h.Title.Empty() && doc.Header.Get("title") != nil {
			l.Errorf(h.Title.Pos, source.RuleValue, "write it", "the title is empty")
		}
	}
	w.Title, w.Short, w.Spoken, w.Names = h.Title, h.Short, h.Spoken, h.Names
	if w.Short.Empty() {
		w.Short = w.Title
	}
	if w.Spoken.Empty() {
		w.Spoken = w.Title
	}
	for _, s := range doc.Sections {
		l.addBlock(w, l.block(s), sections)
	}
	l.attachZero(w)
	return w
}

// addBlock puts a block under its id, which must be one of the sections, perhaps with the word zero behind it.
func (l *loader) addBlock(w *Words, b *WordBlock, sections []string) {
	id := strings.TrimSuffix(b.ID, " zero")
	if !slices.Contains(sections, id) {
		l.Errorf(b.Pos, source.RuleUnknownKey, source.DidYouMean(id, sections), "a section %q means nothing here", b.ID)
		return
	}
	if first := w.Blocks[b.ID]; first != nil {
		l.Errorf(b.Pos, source.RuleDuplicate, "write it as one", "the section %q stands in line %d already", b.ID, first.Line)
		return
	}
	w.Blocks[b.ID] = b
}

// attachZero moves each block "<id> zero" to the block that it replaces.
func (l *loader) attachZero(w *Words) {
	for id, b := range w.Blocks {
		of, isZero := strings.CutSuffix(id, " zero")
		if !isZero {
			continue
		}
		delete(w.Blocks, id)
		if main := w.Blocks[of]; main != nil {
			main.Zero = b
		} else {
			l.Errorf(b.Pos, source.RuleWords, "write a section "+of+" too", "the section %q has nothing to replace", id)
		}
	}
}

func (l *loader) block(s *source.Section) *WordBlock {
	b := &WordBlock{Pos: s.Pos, ID: s.ID, State: l.state(s.State, s.StatePos)}
	for _, p := range s.Paragraphs {
		b.Text = append(b.Text, ParseText(p, &l.Report))
	}
	for _, item := range s.Items {
		if b.Item(item.ID) != nil {
			l.Errorf(item.Pos, source.RuleDuplicate, "give it another id", "the item %q stands here twice", item.ID)
			continue
		}
		b.Items = append(b.Items, l.item(s, item))
	}
	return b
}

func (l *loader) item(s *source.Section, item *source.Item) *WordItem {
	w := &WordItem{Pos: item.Pos, ID: item.ID}
	if !isLabelID(item.ID) {
		l.Errorf(item.Pos, source.RuleID, "use a-z, 0-9 and hyphens", "%q is not an id", item.ID)
	}
	if s.ID == "questions" {
		w.Text, w.More = ParseText(item.First, &l.Report), ParseText(item.Rest, &l.Report)
	} else {
		w.Text = ParseText(slices.Concat(item.First, item.Rest), &l.Report)
	}
	if w.Text.Empty() {
		l.Errorf(item.Pos, source.RuleWords, "write them after the colon", "the item %q has no words", item.ID)
	}
	return w
}

// state reads "draft", "reviewed", or either with the revision it was made from: "draft, en 3f2a9c1b".
func (l *loader) state(s string, pos source.Pos) State {
	word, from, hasFrom := strings.Cut(s, ",")
	st := State{Reviewed: word == "reviewed"}
	lang, hash, _ := strings.Cut(strings.TrimSpace(from), " ")
	if word != "" && word != "draft" && word != "reviewed" || hasFrom && (hash == "" || Lang(lang) != l.base.SourceLang) {
		l.Errorf(pos, source.RuleValue, "write draft or reviewed; plainline stamp adds the rest", "%q is no state of words", s)
	}
	st.From = hash
	return st
}

// attachWords gives each service, event and answer its words, which the source language must have.
func (l *loader) attachWords() {
	for _, s := range l.base.Services {
		s.Words = l.take("services/"+string(s.ID), s.Pos)
	}
	for _, e := range l.base.Events {
		e.Words = l.take("events/"+e.ID, e.Pos)
	}
	for _, a := range l.base.Answers {
		a.Words = l.take("answers/"+a.ID, a.Pos)
	}
	for dir, words := range l.words {
		for _, w := range words {
			l.Errorf(w.Pos, source.RuleFileMissing, "write the facts beside it", "the folder %s has words but no facts", dir)
		}
	}
}

func (l *loader) take(dir string, pos source.Pos) map[Lang]*Words {
	words := l.words[dir]
	delete(l.words, dir)
	if words[l.base.SourceLang] == nil {
		l.Errorf(pos, source.RuleFileMissing, "write "+dir+"/"+string(l.base.SourceLang)+".md", "the words in the source language are missing")
	}
	return words
}
