package eligibility

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/rule"
	"github.com/plainline/plainline/knowledge/source"
)

// line is one person as a line gives them.
type line struct {
	id      json.RawMessage
	on      knowledge.Date
	answers rule.Answers
}

// read reads one object of answers. Its keys are ids of facts, and "id" and "on".
func (c *Checker) read(data []byte) (line, error) {
	p := line{on: c.on}
	terms := map[string]knowledge.Terms{}
	seen := map[string]bool{}
	err := eachKey(data, func(key string, value json.RawMessage) error {
		if seen[key] {
			return hinted("write it once", "the key %q stands there twice", key)
		}
		seen[key] = true
		switch key {
		case "id":
			p.id = value
			return nil
		case "on":
			var err error
			p.on, err = readDay(value)
			return err
		}
		t, err := c.terms(key, value)
		if err == nil && t != nil {
			terms[key] = t
		}
		return err
	})
	if err != nil {
		return p, err
	}
	p.answers, err = rule.Read(c.index.Base, terms)
	return p, withAdvice(err)
}

// eachKey calls f for each key of an object, in order.
func eachKey(data []byte, f func(key string, value json.RawMessage) error) error {
	const advice = `write one object a line: {"fact": true, "other-fact": "id"}`
	d := json.NewDecoder(bytes.NewReader(data))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return hinted(advice, "this is not a JSON object")
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return hinted(advice, "this is not JSON: %v", err)
		}
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			return hinted(advice, "the value of %q is not JSON: %v", key, err)
		}
		if err := f(key.(string), value); err != nil {
			return err
		}
	}
	if _, err := d.Token(); err != nil {
		return hinted(advice, "the object has no end")
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return hinted(advice, "something stands behind the object")
	}
	return nil
}

func readDay(value json.RawMessage) (knowledge.Date, error) {
	var text string
	if err := json.Unmarshal(value, &text); err != nil || knowledge.ParseDate(text) == 0 {
		return 0, hinted(`write "on": "2026-01-31"`, "%s is no day", short(value))
	}
	return knowledge.ParseDate(text), nil
}

// terms reads the answer to a fact as files of the base write it; nil where it is not known.
func (c *Checker) terms(id string, value json.RawMessage) (knowledge.Terms, error) {
	i := c.index.Position(id)
	if i < 0 {
		return nil, hinted(source.DidYouMean(id, c.factIDs()), "there is no fact %q", id)
	}
	f := c.index.Base.Facts[i]
	d := json.NewDecoder(bytes.NewReader(value))
	d.UseNumber() // money must not become a fraction of two
	var v any
	if err := d.Decode(&v); err != nil {
		return nil, hinted("", "the value of %q is not JSON: %v", id, err)
	}
	if list, ok := v.([]any); ok && f.Type == knowledge.SeveralFact {
		terms := knowledge.Terms{}
		for _, item := range list {
			text, ok := item.(string)
			if !ok {
				return nil, hinted(wanted(f), "%s is no answer to %q", short(value), id)
			}
			terms = append(terms, text)
		}
		return terms, checkTerms(f, terms)
	}
	text, ok := scalar(f, v)
	if v == nil {
		return nil, nil
	}
	if !ok {
		return nil, hinted(wanted(f), "%s is no answer to %q", short(value), id)
	}
	return knowledge.Terms{text}, checkTerms(f, knowledge.Terms{text})
}

// scalar gives a single value as text, where its JSON type is one that the fact takes.
func scalar(f *knowledge.Fact, v any) (text string, ok bool) {
	numeric := f.Type == knowledge.NumberFact || f.Type == knowledge.MoneyFact || f.Type == knowledge.AgeFact
	switch v := v.(type) {
	case bool:
		return map[bool]string{true: "yes", false: "no"}[v], f.Type == knowledge.YesNoFact
	case json.Number:
		return v.String(), numeric
	case string:
		return v, true
	}
	return "", false
}

// checkTerms says what is wrong with an answer, naming its fact.
func checkTerms(f *knowledge.Fact, terms knowledge.Terms) error {
	for _, t := range terms {
		if _, err := f.Read(t); err != nil {
			return hinted(wanted(f), "%q is no answer to %q", t, f.ID)
		}
	}
	return nil
}

// wanted says how an answer to a fact is written.
func wanted(f *knowledge.Fact) string {
	switch f.Type {
	case knowledge.YesNoFact:
		return "write true or false"
	case knowledge.NumberFact:
		return "write a whole number"
	case knowledge.MoneyFact:
		return "write a number with at most two decimals"
	case knowledge.AgeFact:
		return `write whole years, or "64y6m"`
	case knowledge.DateFact:
		return `write a day such as "2026-01-31"`
	}
	list, many := "", f.ValueIDs()
	for i, id := range many {
		if i == 12 {
			list += ", …"
			break
		}
		if i > 0 {
			list += ", "
		}
		list += id
	}
	if f.Type == knowledge.SeveralFact {
		return "write a list of these: " + list
	}
	return "write one of: " + list
}

func (c *Checker) factIDs() []string {
	ids := []string{"on", "id"}
	for _, f := range c.index.Base.Facts {
		ids = append(ids, f.ID)
	}
	return ids
}

// withAdvice adds to an error of the base's own reading what to write instead.
func withAdvice(err error) error {
	var bad *source.BadValue
	if errors.As(err, &bad) {
		return hinted(bad.Advice, "%v", err)
	}
	return err
}

// short quotes a value without filling the screen.
func short(value json.RawMessage) string {
	if len(value) > 40 {
		return string(value[:40]) + "…"
	}
	return string(value)
}
