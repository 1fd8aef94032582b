package source

import (
	"errors"
	"fmt"
	"reflect"
	"strconv"
)

// TextDecoder is a type that a scalar is decoded into. Its error is told to the editor; a *BadValue carries advice too.
type TextDecoder interface {
	DecodeText(text string) error
}

// NodeDecoder is a type that decodes itself from a node of any shape and reports what is wrong to the Decoder.
type NodeDecoder interface {
	DecodeNode(n *Node, d *Decoder)
}

// BadValue is why a text is no value of a type, and what to write instead.
type BadValue struct {
	Message string
	Advice  string
}

// Error gives the message.
func (e *BadValue) Error() string { return e.Message }

// Decoder decodes nodes into structs and collects what is wrong. One Decoder serves a whole base.
//
// Struct tags are `yaml:"name"`, with ",required" where the key must be there; ",inline" for an embedded struct whose keys
// stand among its owner's; ",pos" for a Pos that gets the node's place; ",key" and ",value" for a slice of structs that is
// written as a mapping; and "-" for what no file holds.
type Decoder struct {
	Report
	plans map[reflect.Type]*plan
}

// NewDecoder gives a Decoder without findings.
func NewDecoder() *Decoder { return &Decoder{plans: map[reflect.Type]*plan{}} }

// Decode decodes a node into what v points to. A nil node changes nothing.
func (d *Decoder) Decode(n *Node, v any) {
	if n != nil {
		d.value(n, reflect.ValueOf(v).Elem())
	}
}

// Text gives the text of a scalar; where the node is something else it reports so and ok is false.
func (d *Decoder) Text(n *Node) (text string, ok bool) {
	switch n.Kind {
	case Scalar:
		return n.Text, true
	case Null:
		d.Errorf(n.Pos, RuleValue, "write it, or leave the key out; put the words null and ~ in quotes", "the value is missing")
	default:
		d.Errorf(n.Pos, RuleValue, "write a text", "%s stands where a text belongs", n.Kind)
	}
	return "", false
}

func (d *Decoder) value(n *Node, v reflect.Value) {
	if v.Kind() != reflect.Pointer && v.CanAddr() {
		switch own := v.Addr().Interface().(type) {
		case NodeDecoder:
			own.DecodeNode(n, d)
			return
		case TextDecoder:
			d.custom(n, own)
			return
		}
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.value(n, v.Elem())
	case reflect.Struct:
		d.structure(n, v)
	case reflect.Slice:
		d.slice(n, v)
	case reflect.Map:
		d.mapping(n, v)
	default:
		d.scalar(n, v)
	}
}

func (d *Decoder) custom(n *Node, v TextDecoder) {
	text, ok := d.Text(n)
	if !ok {
		return
	}
	if err := v.DecodeText(text); err != nil {
		advice := ""
		if bad := (*BadValue)(nil); errors.As(err, &bad) {
			advice = bad.Advice
		}
		d.Errorf(n.Pos, RuleValue, advice, "%s", err.Error())
	}
}

func (d *Decoder) scalar(n *Node, v reflect.Value) {
	text, ok := d.Text(n)
	if !ok {
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(text)
	case reflect.Bool:
		if text != "true" && text != "false" {
			d.Errorf(n.Pos, RuleValue, "write true or false", "%q is neither true nor false", text)
		}
		v.SetBool(text == "true")
	case reflect.Int, reflect.Int64, reflect.Int32:
		i, err := strconv.ParseInt(text, 10, 32)
		if err != nil {
			d.Errorf(n.Pos, RuleValue, "write digits only", "%q is not a whole number", text)
		}
		v.SetInt(i)
	default:
		panic(fmt.Sprintf("source: no file can hold a %s", v.Type())) // a mistake in a struct of ours, found by any test
	}
}

// slice decodes a list, or a mapping where the elements have a field for the key.
func (d *Decoder) slice(n *Node, v reflect.Value) {
	elem := v.Type().Elem()
	structType := elem
	if elem.Kind() == reflect.Pointer {
		structType = elem.Elem()
	}
	keyed := structType.Kind() == reflect.Struct && d.plan(structType).key != nil
	switch {
	case n.Kind == List && !keyed:
		out := reflect.MakeSlice(v.Type(), len(n.Items), len(n.Items))
		for i, item := range n.Items {
			d.value(item, out.Index(i))
		}
		v.Set(out)
	case n.Kind == Mapping && keyed:
		out := reflect.MakeSlice(v.Type(), len(n.Pairs), len(n.Pairs))
		for i, p := range n.Pairs {
			d.keyed(p, out.Index(i), structType)
		}
		v.Set(out)
	case keyed:
		d.shape(n, "a mapping", "write each under its own key, as key: value")
	default:
		d.shape(n, "a list", "write [one, two] or a line with a hyphen for each")
	}
}

func (d *Decoder) shape(n *Node, want, advice string) {
	d.Errorf(n.Pos, RuleValue, advice, "%s stands where %s belongs", n.Kind, want)
}

// keyed decodes key and value of a mapping into one struct of a slice.
func (d *Decoder) keyed(p Pair, elem reflect.Value, structType reflect.Type) {
	if elem.Kind() == reflect.Pointer {
		elem.Set(reflect.New(structType))
		elem = elem.Elem()
	}
	pl := d.plan(structType)
	if pl.value != nil {
		d.value(p.Value, elem.FieldByIndex(pl.value))
	} else {
		d.value(p.Value, elem)
	}
	d.value(p.Key, elem.FieldByIndex(pl.key))
	if pl.pos != nil {
		elem.FieldByIndex(pl.pos).Set(reflect.ValueOf(p.Key.Pos))
	}
}

func (d *Decoder) mapping(n *Node, v reflect.Value) {
	if n.Kind != Mapping {
		d.shape(n, "a mapping", "write key: value")
		return
	}
	out := reflect.MakeMapWithSize(v.Type(), len(n.Pairs))
	for _, p := range n.Pairs {
		key, elem := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		d.value(p.Key, key)
		d.value(p.Value, elem)
		out.SetMapIndex(key, elem)
	}
	v.Set(out)
}
