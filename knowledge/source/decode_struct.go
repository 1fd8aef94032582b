package source

import (
	"reflect"
	"strings"
)

// plan is what the tags of a struct say, read once for each type.
type plan struct {
	fields          map[string]field
	names           []string // in the order of the struct
	pos, key, value []int
}

type field struct {
	index    []int
	required bool
}

func (d *Decoder) plan(t reflect.Type) *plan {
	if p := d.plans[t]; p != nil {
		return p
	}
	p := &plan{fields: map[string]field{}}
	p.add(t, nil)
	d.plans[t] = p
	return p
}

func (p *plan) add(t reflect.Type, at []int) {
	for _, f := range reflect.VisibleFields(t) {
		if len(f.Index) > 1 {
			continue // belongs to an embedded struct, which its own tag speaks for
		}
		index := append(append([]int{}, at...), f.Index...)
		name, options, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		switch options {
		case "pos":
			p.pos = index
		case "key":
			p.key = index
		case "value":
			p.value = index
		case "inline":
			p.add(f.Type, index)
		default:
			if name == "" || name == "-" {
				continue
			}
			p.fields[name] = field{index, options == "required"}
			p.names = append(p.names, name)
		}
	}
}

// structure decodes a mapping into the fields of a struct.
func (d *Decoder) structure(n *Node, v reflect.Value) {
	p := d.plan(v.Type())
	if p.pos != nil {
		v.FieldByIndex(p.pos).Set(reflect.ValueOf(n.Pos))
	}
	if n.Kind != Mapping {
		d.shape(n, "a mapping", "write key: value, with the keys "+strings.Join(p.names, ", "))
		return
	}
	for _, pair := range n.Pairs {
		f, known := p.fields[pair.Key.Text]
		if !known {
			d.Errorf(pair.Key.Pos, RuleUnknownKey, DidYouMean(pair.Key.Text, p.names), "the key %q means nothing here", pair.Key.Text)
			continue
		}
		d.value(pair.Value, v.FieldByIndex(f.index))
	}
	for _, name := range p.names {
		if p.fields[name].required && n.Get(name) == nil {
			d.Errorf(n.Pos, RuleMissingKey, "add "+name+": …", "the key %q is missing", name)
		}
	}
}
