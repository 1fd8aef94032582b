package numeral

import (
	"slices"
	"strings"

	"github.com/plainline/plainline/knowledge/source"
)

// DecodeNode reads the tables of a language and reports what is wrong with them.
func (s *System) DecodeNode(n *source.Node, d *source.Decoder) {
	if n.Kind != source.Mapping {
		d.Errorf(n.Pos, source.RuleValue, "write nom: and under it a line for each number", "the tables of numbers are not there")
		return
	}
	s.tables = make(map[string]*table, len(n.Pairs))
	for _, pair := range n.Pairs {
		s.tables[pair.Key.Text] = readTable(pair.Key.Pos, pair.Value, d)
	}
	for _, pair := range n.Pairs {
		s.inherit(pair.Key.Text, nil, d)
	}
	for _, pair := range n.Pairs {
		s.checkSlots(pair.Key.Text, d)
	}
}

func readTable(pos source.Pos, n *source.Node, d *source.Decoder) *table {
	t := &table{pos: pos}
	if n.Kind != source.Mapping {
		d.Errorf(n.Pos, source.RuleValue, "write a line for each number: 20: \"twenty [{rest}]\"", "%s stands where lines of numbers belong", n.Kind)
		return t
	}
	for _, pair := range n.Pairs {
		if pair.Key.Text == "like" {
			t.like, _ = d.Text(pair.Value)
			continue
		}
		r, ok := parseKey(pair.Key.Text)
		if !ok {
			d.Errorf(pair.Key.Pos, source.RuleValue, "write the number from which the line is taken: 20, or 1100/100", "%q is no number", pair.Key.Text)
			continue
		}
		r.pos = pair.Key.Pos
		r.read(pair.Value, d)
		t.rules = append(t.rules, r)
	}
	t.sort()
	return t
}

func (t *table) sort() {
	slices.SortFunc(t.rules, func(a, b rule) int {
		switch {
		case a.from < b.from:
			return -1
		case a.from > b.from:
			return 1
		}
		return 0
	})
}

// read reads the words of a rule: one pattern, or one for each plural category of {times}.
func (r *rule) read(n *source.Node, d *source.Decoder) {
	r.words = map[string]Pattern{}
	if n.Kind != source.Mapping {
		var p Pattern
		p.DecodeNode(n, d)
		r.words["other"] = p
	} else {
		for _, pair := range n.Pairs {
			if !slices.Contains(Categories[:], pair.Key.Text) {
				d.Errorf(pair.Key.Pos, source.RuleUnknownKey, source.DidYouMean(pair.Key.Text, Categories[:]), "%q is no plural category", pair.Key.Text)
				continue
			}
			var p Pattern
			p.DecodeNode(pair.Value, d)
			r.words[pair.Key.Text] = p
		}
		if _, ok := r.words["other"]; !ok {
			d.Errorf(n.Pos, source.RuleMissingKey, "add other: …", "the plural category other is missing")
		}
	}
	for _, p := range r.words {
		if r.unit < 10 && slices.ContainsFunc(p, func(part Part) bool { return part.Slot != "" }) {
			d.Errorf(r.pos, source.RuleValue, "write the word itself", "a line below 10 has nothing to divide")
			r.words = map[string]Pattern{}
		}
	}
}

// inherit adds the lines of the table that a table is like, where it has none of its own.
func (s *System) inherit(name string, above []string, d *source.Decoder) {
	t := s.tables[name]
	if t.like == "" {
		return
	}
	from := s.tables[t.like]
	if from == nil || slices.Contains(append(above, name), t.like) {
		d.Errorf(t.pos, source.RuleReference, "name another table: "+strings.Join(s.Names(), ", "), "the table %q cannot be like %q", name, t.like)
		t.like = ""
		return
	}
	s.inherit(t.like, append(above, name), d)
	t.like = ""
	for _, r := range from.rules {
		if !slices.ContainsFunc(t.rules, func(own rule) bool { return own.from == r.from }) {
			t.rules = append(t.rules, r)
		}
	}
	t.sort()
}

func (s *System) checkSlots(name string, d *source.Decoder) {
	for i := range s.tables[name].rules {
		r := &s.tables[name].rules[i]
		for _, p := range r.words {
			for _, part := range p {
				switch {
				case part.Slot != "" && part.Slot != "times" && part.Slot != "rest":
					d.Errorf(r.pos, source.RuleUnknownSlot, "write {times} or {rest}", "the slot {%s} means nothing here", part.Slot)
				case part.Form != "" && s.tables[part.Form] == nil:
					d.Errorf(r.pos, source.RuleReference, source.DidYouMean(part.Form, s.Names()), "there is no table of numbers %q", part.Form)
				}
			}
		}
	}
}

// Gap gives the first number up to a million that a table has no words for, and where the table stands.
func (s *System) Gap(name string, plural func(int64) string) (n int64, pos source.Pos, found bool) {
	t := s.tables[name]
	if t == nil {
		return 0, source.Pos{}, true
	}
	const all = 2100 // every number of a day and of a year; of larger ones a few of each size
	for n = 0; n < 1_000_000; n++ {
		if n > all {
			n += n / 7
		}
		if _, ok := s.Append(nil, name, n, plural); !ok {
			return n, t.pos, true
		}
	}
	return 0, source.Pos{}, false
}
