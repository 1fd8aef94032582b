package usagov

import (
	"embed"
	"io/fs"
	"regexp"
	"strings"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/sample"
	"github.com/plainline/plainline/knowledge/source"
)

//go:embed words
var ownWords embed.FS

// parseOwn reads one of our own files; a slip in it would be a mistake of ours, and is told like one of the data.
func (s *dataSet) parseOwn(name string) *source.Node {
	raw, err := fs.ReadFile(ownWords, "words/"+name)
	if err != nil {
		return nil // embedded: it is there
	}
	return source.ParseYAML("words/"+name, raw, &s.report)
}

// languages writes what the program says. English is that of the demonstration base with our changes; Spanish is ours, with
// English phrases where one is missing. Phrases that this program does not know are left out, so that the base always loads.
func (w *writer) languages() {
	raw, err := fs.ReadFile(sample.FS(), "lang/en.yaml")
	if err != nil {
		return // embedded: it is there
	}
	en := source.ParseYAML("lang/en.yaml", raw, &w.set.report)
	merge(en, w.set.parseOwn("en.yaml"))
	es := w.set.parseOwn("es.yaml")
	w.phrases(es, en)
	for name, n := range map[string]*source.Node{"lang/en.yaml": en, "lang/es.yaml": es} {
		var t text
		t.line("# A draft: nobody who speaks the language natively has read it for this base.")
		writeNode(&t, n, 0)
		w.put(name, &t)
	}
}

// phrases brings the phrases of a language in line with those that the program has now.
func (w *writer) phrases(n, english *source.Node) {
	own, original := n.Get("phrases"), english.Get("phrases")
	kept := own.Pairs[:0:0]
	for _, name := range knowledge.PhraseNames {
		p, key := own.Get(name), &source.Node{Kind: source.Scalar, Text: name}
		if p == nil {
			if p = original.Get(name); p == nil {
				p = &source.Node{Kind: source.Scalar, Text: strings.ReplaceAll(name, "-", " ")}
				original.Pairs = append(original.Pairs, source.Pair{Key: key, Value: p})
			}
			w.untranslated = append(w.untranslated, name)
		}
		kept = append(kept, source.Pair{Key: key, Value: p})
	}
	own.Pairs = kept
}

// merge puts the keys of over into n: mappings into mappings, all else in place of what was; null takes a key out.
func merge(n, over *source.Node) {
	for _, p := range over.Pairs {
		at := -1
		for i := range n.Pairs {
			if n.Pairs[i].Key.Text == p.Key.Text {
				at = i
			}
		}
		switch {
		case p.Value.Kind == source.Null && at >= 0:
			n.Pairs = append(n.Pairs[:at], n.Pairs[at+1:]...)
		case p.Value.Kind == source.Null:
		case at < 0:
			n.Pairs = append(n.Pairs, p)
		case p.Value.Kind == source.Mapping && n.Pairs[at].Value.Kind == source.Mapping:
			merge(n.Pairs[at].Value, p.Value)
		default:
			n.Pairs[at].Value = p.Value
		}
	}
}

// writeNode writes a mapping as YAML, its texts in quotes.
func writeNode(t *text, n *source.Node, depth int) {
	for _, p := range n.Pairs {
		t.WriteString(strings.Repeat("  ", depth) + quote(p.Key.Text) + ":")
		switch p.Value.Kind {
		case source.Mapping:
			t.line("")
			writeNode(t, p.Value, depth+1)
		case source.List:
			var items []string
			for _, item := range p.Value.Items {
				items = append(items, quote(item.Text))
			}
			t.line(" [%s]", strings.Join(items, ", "))
		default:
			t.line(" %s", quote(p.Value.Text))
		}
	}
}

// readPhone finds the telephone number of USA.gov among the texts of its pages.
func (s *dataSet) readPhone(data fs.FS) {
	raw, err := fs.ReadFile(data, "locales/en/en.json")
	if err != nil {
		return // then nobody knows it
	}
	if m := regexp.MustCompile(`\((1-\d{3}-\d{3}-\d{4})\)`).FindSubmatch(raw); m != nil {
		s.phone = "+" + strings.ReplaceAll(string(m[1]), "-", "")
	}
}
