package knowledge

import (
	"reflect"
	"slices"

	"github.com/plainline/plainline/knowledge/source"
)

// resolve gives every fact its source and its default, and checks what stands in facts of every kind: unknowns name a
// hotline, short texts are written in languages of the base.
func (l *loader) resolve() {
	b := l.base
	w := &walker{loader: l, fields: map[reflect.Type][]int{}}
	w.file(b, nil, nil)
	for _, s := range b.Services {
		s.Source = w.file(s, s.Sources, &s.SourceRef)
	}
	for _, a := range b.Answers {
		a.Source = w.file(a, a.Sources, &a.SourceRef)
	}
	for _, n := range b.Notices {
		n.Source = w.file(n, n.Sources, &n.SourceRef)
	}
	for _, o := range b.Organisations {
		o.Source = w.file(o, o.Sources, &o.SourceRef)
	}
	for _, o := range b.Offices {
		o.Source = w.file(o, o.Sources, &o.SourceRef)
	}
	for _, h := range b.HoursList {
		h.Source = w.file(h, h.Sources, &h.SourceRef)
	}
	for _, h := range b.HolidayLists {
		h.Source = w.file(h, h.Sources, &h.SourceRef)
	}
	for _, p := range b.Parameters {
		w.file(p, p.Sources, nil)
	}
	for _, p := range b.Places {
		w.file(p, nil, nil)
	}
	for _, f := range b.Facts {
		w.file(f, nil, nil)
	}
	for _, t := range b.Topics {
		w.file(t, nil, nil)
	}
	for _, g := range b.OfficeGroups {
		w.file(g, nil, nil)
	}
}

// walker visits all facts of a file.
type walker struct {
	*loader
	sources  map[string]*Source
	standard *Source // of what names none
	fields   map[reflect.Type][]int
}

// file visits what stands in one file and gives the source that the file names for everything.
func (w *walker) file(item any, sources []*Source, ref *string) *Source {
	w.sources, w.standard = make(map[string]*Source, len(sources)), nil
	for _, s := range sources {
		w.sources[s.ID] = s
		w.source(s)
	}
	v := reflect.ValueOf(item).Elem()
	if ref != nil {
		w.standard = w.cited(*ref, v.FieldByName("Pos").Interface().(source.Pos))
	}
	w.visit(v)
	return w.standard
}

func (w *walker) source(s *Source) {
	if !isID(s.ID) {
		w.Errorf(s.Pos, source.RuleID, "use a-z, 0-9 and hyphens", "%q is not an id", s.ID)
	}
	if s.ReviewBy == 0 && s.VerifiedOn != 0 {
		s.ReviewBy = DateOf(s.VerifiedOn.Time().AddDate(0, w.base.ReviewMonths, 0))
	}
	if s.Confidence != "" && !slices.Contains([]string{"A", "B", "C"}, s.Confidence) {
		w.Errorf(w.find(s.Pos, "confidence"), source.RuleValue, "write A, B or C", "%q is no confidence", s.Confidence)
	}
}

// cited gives the source of an id; nil and a finding where there is none.
func (w *walker) cited(ref string, pos source.Pos) *Source {
	if ref == "" {
		return nil
	}
	s := w.sources[ref]
	if s == nil {
		w.unknown(w.find(pos, "source:"), "source", ref, keys(w.sources))
	}
	return s
}

// visit visits one struct and all structs in it.
func (w *walker) visit(v reflect.Value) {
	var pos source.Pos
	if p := v.FieldByName("Pos"); p.IsValid() {
		pos = p.Interface().(source.Pos)
	}
	if u, ok := v.Addr().Interface().(*Unknown); ok {
		refer(w.loader, pos, "hotline", u.Ask, w.base.index.hotlines)
		return
	}
	if ref := v.FieldByName("SourceRef"); ref.IsValid() {
		s := w.standard
		if id := ref.String(); id != "" {
			s = w.cited(id, pos)
		}
		v.FieldByName("Source").Set(reflect.ValueOf(s))
	}
	for _, i := range w.parts(v.Type()) {
		w.part(v.Field(i), pos)
	}
}

func (w *walker) part(f reflect.Value, pos source.Pos) {
	switch f.Kind() {
	case reflect.Map:
		w.words(f.Interface().(WordsMap), pos)
	case reflect.Pointer:
		if !f.IsNil() {
			w.visit(f.Elem())
		}
	case reflect.Slice:
		for i := range f.Len() {
			w.visit(f.Index(i).Elem())
		}
	}
}

// parts gives the fields of a struct that hold further structs or short texts and are written in files; sources are done
// by then.
func (w *walker) parts(t reflect.Type) []int {
	if known, ok := w.fields[t]; ok {
		return known
	}
	list := []int{}
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Tag.Get("yaml") == "-" || f.Name == "Sources" || !f.IsExported() {
			continue
		}
		isStruct := f.Type.Kind() == reflect.Pointer && f.Type.Elem().Kind() == reflect.Struct
		isList := f.Type.Kind() == reflect.Slice && f.Type.Elem().Kind() == reflect.Pointer
		if isStruct || isList || f.Type == reflect.TypeFor[WordsMap]() {
			list = append(list, i)
		}
	}
	w.fields[t] = list
	return list
}

// words checks a short text in several languages.
func (w *walker) words(m WordsMap, pos source.Pos) {
	if m == nil {
		return
	}
	for lang, text := range m {
		if !slices.Contains(w.base.Languages, lang) {
			w.Errorf(text.Pos, source.RuleReference, "add it to languages in base.yaml", "the base has no language %q", lang)
			continue
		}
		if text.Empty() {
			w.Errorf(text.Pos, source.RuleValue, "write it, or leave the language out", "the text is empty")
		}
		w.slots(text, nil, lang)
	}
	if _, ok := m[w.base.SourceLang]; !ok {
		w.Errorf(pos, source.RuleMissingKey, "add "+string(w.base.SourceLang)+": …", "a text has no words in the source language")
	}
}
