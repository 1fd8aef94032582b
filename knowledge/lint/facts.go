package lint

import (
	"cmp"
	"reflect"
	"strings"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

// fact is one struct of the base that stands in a YAML file.
type fact struct {
	item any // a pointer to the struct
	v    reflect.Value
	pos  source.Pos
}

// eachFact visits every struct that stands in the YAML files of a base, each before its parts. Languages are not visited.
func eachFact(b *knowledge.Base, visit func(fact)) {
	visitAll(b, visit)
	each(b.Organisations, visit)
	each(b.Offices, visit)
	each(b.HoursList, visit)
	each(b.HolidayLists, visit)
	each(b.Places, visit)
	each(b.Topics, visit)
	each(b.OfficeGroups, visit)
	each(b.Events, visit)
	each(b.Answers, visit)
	each(b.Notices, visit)
	each(b.Parameters, visit)
	each(b.Facts, visit)
	each(b.Services, visit)
}

func each[T any](items []*T, visit func(fact)) {
	for _, item := range items {
		visitAll(item, visit)
	}
}

func visitAll(item any, visit func(fact)) {
	v := reflect.ValueOf(item).Elem()
	f := fact{item: item, v: v}
	if pos := v.FieldByName("Pos"); pos.IsValid() {
		f.pos = pos.Interface().(source.Pos)
	}
	visit(f)
	for i := range v.NumField() {
		if !v.Type().Field(i).IsExported() || v.Type().Field(i).Tag.Get("yaml") == "-" {
			continue
		}
		visitField(v.Field(i), visit)
	}
}

func visitField(v reflect.Value, visit func(fact)) {
	switch {
	case v.Kind() == reflect.Pointer && v.Type().Elem().Kind() == reflect.Struct && !v.IsNil():
		visitAll(v.Interface(), visit)
	case v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Pointer:
		for i := range v.Len() {
			visitField(v.Index(i), visit)
		}
	}
}

// shortTexts gives the texts of a fact that are written in place, with the keys before them.
func (f fact) shortTexts(visit func(key string, m knowledge.WordsMap)) {
	for i := range f.v.NumField() {
		field := f.v.Type().Field(i)
		if field.Type != reflect.TypeFor[knowledge.WordsMap]() {
			continue
		}
		if m := f.v.Field(i).Interface().(knowledge.WordsMap); m != nil {
			key, _, _ := strings.Cut(field.Tag.Get("yaml"), ",")
			key = cmp.Or(key, "answer") // of a fact: its words are the value itself
			visit(key, m)
		}
	}
}

// source gives the source that the fact resolves to, or nil.
func (f fact) source() *knowledge.Source {
	if v := f.v.FieldByName("Source"); v.IsValid() {
		s, _ := v.Interface().(*knowledge.Source)
		return s
	}
	return nil
}
