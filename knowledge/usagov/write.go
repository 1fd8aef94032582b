package usagov

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

// helpline is the organisation that answers where the data set does not: USA.gov itself, with the one telephone number that
// the data set names.
const helpline = "usagov"

// writer writes the files of a base.
type writer struct {
	set     *dataSet
	options Options
	files   map[string][]byte
	facts   int
	shorts  *source.Node // short.yaml

	untranslated []string // phrases of the program that stand in English in lang/es.yaml
}

func (w *writer) write() {
	w.shorts = w.set.parseOwn("short.yaml")
	w.base()
	w.languages()
	w.organisations()
	w.factsFile()
	w.topics()
	for i, e := range w.set.events {
		w.event(i+1, e)
	}
	for i, b := range w.set.benefits {
		w.service(i+1, b)
	}
}

func (w *writer) sorted() []File {
	var files []File
	for _, p := range slices.Sorted(maps.Keys(w.files)) {
		files = append(files, File{p, w.files[p]})
	}
	return files
}

// text is a file in the making.
type text struct{ bytes.Buffer }

// line adds a formatted line.
func (t *text) line(format string, args ...any) { fmt.Fprintf(t, format+"\n", args...) }

func (w *writer) put(path string, t *text) { w.files[path] = t.Bytes() }

// quote writes a text in double quotes, as YAML and JSON both read it.
func quote(s string) string { return strconv.Quote(s) }

// words writes a text in each language that has it: {en: "…", es: "…"}. Braces of the text are no slots.
func (w *writer) words(of func(knowledge.Lang) string) string {
	var parts []string
	for _, lang := range []knowledge.Lang{english, spanish} {
		if t := of(lang); t != "" {
			parts = append(parts, string(lang)+": "+quote(plain(t)))
		}
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// plain doubles the braces of a text, which would open a slot.
func plain(s string) string { return strings.NewReplacer("{", "{{", "}", "}}").Replace(s) }

// short gives a name for menus: ours where there is one, the full name where it fits, else its first words.
func (w *writer) short(lang knowledge.Lang, name, full string) string {
	if n := w.shorts.Get(name).Get(string(lang)); n != nil {
		return n.Text
	}
	return cut(full, knowledge.ShortBudget)
}

// cut shortens a text to whole words of at most n characters.
func cut(text string, n int) string {
	if len([]rune(text)) <= n {
		return text
	}
	out := ""
	for _, word := range strings.Fields(text) {
		if len([]rune(out))+1+len([]rune(word)) > n {
			break
		}
		out = strings.TrimSpace(out + " " + word)
	}
	if out == "" {
		out = string([]rune(text)[:n])
	}
	return out
}

// verified is the key verified_on of a source.
func (w *writer) verified() string { return "verified_on: " + w.options.VerifiedOn.String() }

func (w *writer) base() {
	var t text
	t.line("# Imported from the benefits that USA.gov published (CC0). It is not official: benefits may have changed since.")
	t.line("format: 1")
	t.line("demonstration: true")
	t.line("title: {en: %s, es: %s}", quote("Benefits of the U.S. government, imported"), quote("Beneficios del Gobierno de EE. UU., importados"))
	t.line("publishers: [%s]", helpline)
	t.line("languages: [en, es]")
	t.line("source_language: en")
	t.line("fallback:\n  es: [en]\n  en: [es]")
	t.line("currency: USD")
	t.line("time_zone: America/New_York")
	t.line("contact: %s", helpline)
	t.line("licence: CC0-1.0")
	w.put("base.yaml", &t)
}

// factsFile writes the facts: the criteria on which a benefit hangs or that a life event asks.
func (w *writer) factsFile() {
	var t text
	t.line("# What people are asked, in the order of content/criteria.csv.")
	for _, c := range w.set.criteria {
		if c.kind == "" || c.used == 0 && !w.set.listed(c) {
			continue
		}
		w.facts++
		t.line("\n%s:", c.id)
		t.line("  code: %d", c.code)
		t.line("  type: %s", c.kind)
		t.line("  ask: %s", w.words(func(l knowledge.Lang) string { return w.set.text(l, "criteria."+c.key+".label") }))
		if c.kind == knowledge.OneFact {
			t.line("  values:")
			for _, v := range c.values {
				t.line("    %s: %s", quote(v.id), w.words(func(l knowledge.Lang) string { return w.set.text(l, v.key) }))
			}
			t.line("    %s: {en: none of these, es: ninguno de estos} # not in the data set, where nobody can say so", nothing)
		}
	}
	w.put("facts.yaml", &t)
}

// topics writes the menus: the types of the data set, and the life events.
func (w *writer) topics() {
	var t text
	t.line("topics:")
	for _, p := range w.set.types {
		var services []string
		for _, b := range w.set.benefits {
			if slices.ContainsFunc(items(b.root.Get("tags")), func(n *source.Node) bool { return w.set.typeOf(n.Text) == p }) {
				services = append(services, slug(b.name))
			}
		}
		if len(services) > 0 {
			t.line("  - id: %s", p.name)
			t.line("    title: %s", w.words(func(l knowledge.Lang) string { return w.shortTitle(l, p) }))
			t.line("    services: [%s]", strings.Join(services, ", "))
		}
	}
	var events []string
	for _, e := range w.set.events {
		if len(w.servicesOf(e)) > 0 {
			events = append(events, e.name)
		}
	}
	t.line("events: [%s]", strings.Join(events, ", "))
	w.put("topics.yaml", &t)
}

// title gives the full name of a page.
func (w *writer) title(lang knowledge.Lang, p *page) string {
	return w.set.text(lang, nodeText(p.root.Get("title")))
}

// shortTitle gives the name of a page for menus, where the language has the page.
func (w *writer) shortTitle(lang knowledge.Lang, p *page) string {
	if full := w.title(lang, p); full != "" {
		return w.short(lang, p.name, full)
	}
	return ""
}

func nodeText(n *source.Node) string {
	if n == nil {
		return ""
	}
	return n.Text
}

// servicesOf gives the benefits of a life event.
func (w *writer) servicesOf(e *event) (ids []string) {
	for _, b := range w.set.benefits {
		if slices.ContainsFunc(items(b.root.Get("lifeEvents")), func(n *source.Node) bool { return n.Text == e.name }) {
			ids = append(ids, slug(b.name))
		}
	}
	return ids
}

// event writes a life event and its words.
func (w *writer) event(code int, e *event) {
	services := w.servicesOf(e)
	if len(services) == 0 {
		w.set.warn(e.Pos, "empty-event", "leave it out", "no benefit belongs to %q", e.name)
		return
	}
	var t text
	t.line("code: %d", code)
	t.line("services: [%s]", strings.Join(services, ", "))
	dir := "events/" + e.name
	w.put(dir+"/event.yaml", &t)
	for _, lang := range []knowledge.Lang{english, spanish} {
		if w.title(lang, &e.page) == "" {
			continue
		}
		words := w.header(lang, &e.page)
		words.line("\n## summary [draft]")
		words.line("%s", plain(w.set.text(lang, nodeText(e.root.Get("summary")))))
		w.put(dir+"/"+string(lang)+".md", words)
	}
}

// header begins a words file.
func (w *writer) header(lang knowledge.Lang, p *page) *text {
	t := &text{}
	full := w.title(lang, p)
	t.line("---")
	t.line("title: %s", quote(plain(full)))
	if short := w.short(lang, p.name, full); short != full {
		t.line("short: %s", quote(plain(short)))
	}
	t.line("state: draft")
	t.line("---")
	return t
}
