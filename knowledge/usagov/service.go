package usagov

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/plainline/plainline/knowledge"
)

// service writes a benefit: its rule, what nobody says, and its words.
func (w *writer) service(code int, b *benefit) {
	link := w.set.text(english, nodeText(b.root.Get("source").Get("link")))
	agency := w.agencyOf(b)
	var t text
	t.line("# Imported from %s.", b.File)
	t.line("code: %d", code)
	t.line("authority: %s", agency)
	t.line("sources:")
	t.line("  page: {cite: %s, url: %s, %s, confidence: B}", quote(host(link)), quote(link), w.verified())
	t.line("source: page\n")
	unknown := func(what string) string {
		return fmt.Sprintf("{why: %s, ask: %s}", quote("the data set does not say "+what), helpline)
	}
	t.line("costs_unknown: %s", unknown("what it costs to apply"))
	t.line("time_unknown: %s", unknown("how long the decision takes"))
	t.line("evidence_unknown: %s", unknown("which papers are needed"))
	t.line("representation: {unknown: %s}", unknown("whether somebody else may apply"))
	t.line("appeal: {unknown: %s}", unknown("how to appeal"))
	t.line("complaint: {unknown: %s}", unknown("how to complain"))
	if link != "" {
		t.line("channels:\n  - {id: online, url: %s}", quote(link))
	}
	ids := clauseIDs(b)
	t.line("\neligibility:\n  all:")
	for i, c := range b.conditions {
		if c.strange != nil {
			t.line("    # The data set also takes %q (line %d), which is none of the answers.", c.said, c.strange.Line)
		}
		t.line("    - {id: %s, fact: %s, %s}", ids[i], c.criterion.id, c.rule())
	}
	dir := "services/" + slug(b.name)
	w.put(dir+"/service.yaml", &t)
	for _, lang := range []knowledge.Lang{english, spanish} {
		if w.title(lang, &b.page) != "" {
			w.put(dir+"/"+string(lang)+".md", w.serviceWords(lang, b, ids, agency, link != ""))
		}
	}
}

// clauseIDs gives each condition the id of its fact; where a benefit has two on one fact, a number after it.
func clauseIDs(b *benefit) []string {
	seen := map[string]int{}
	ids := make([]string, len(b.conditions))
	for i, c := range b.conditions {
		ids[i] = c.criterion.id
		if seen[ids[i]]++; seen[ids[i]] > 1 {
			ids[i] = fmt.Sprintf("%s-%d", ids[i], seen[ids[i]])
		}
	}
	return ids
}

func (w *writer) serviceWords(lang knowledge.Lang, b *benefit, ids []string, agency string, online bool) *text {
	t := w.header(lang, &b.page)
	summary := w.set.text(lang, nodeText(b.root.Get("summary")))
	if summary == "" {
		summary = w.title(lang, &b.page)
	}
	t.line("\n## summary [draft]\n%s", plain(summary))
	t.line("\n## who [draft]")
	t.line("%s", map[knowledge.Lang]string{english: "All of this must be true.", spanish: "Todo esto debe ser cierto."}[lang])
	conditions := make([]string, len(ids))
	for i, c := range b.conditions {
		for _, l := range []knowledge.Lang{lang, english} {
			if conditions[i] == "" {
				conditions[i] = plain(w.set.words(l, c))
			}
		}
		t.line("\n%s", conditions[i])
	}
	if online {
		t.line("\n## where [draft]")
		t.line("- online: %s", map[knowledge.Lang]string{english: "On the website: {organisation." + agency + "}", spanish: "En el sitio web: {organisation." + agency + "}"}[lang])
	}
	t.line("\n## eligibility [draft]")
	for i, id := range ids {
		t.line("- %s: %s", id, conditions[i])
	}
	return t
}

// agencyOf gives the organisation that decides on a benefit: the agency of the name that its source has.
func (w *writer) agencyOf(b *benefit) string {
	n := b.root.Get("source").Get("name")
	name := w.set.text(english, nodeText(n))
	for _, a := range w.set.agencies {
		if w.title(english, a) == name {
			return a.name
		}
	}
	w.set.warn(b.Pos, "unknown-agency", "add it to content/agencies", "there is no agency %q", name)
	return helpline
}

// organisations writes the agencies and USA.gov itself.
func (w *writer) organisations() {
	for _, a := range w.set.agencies {
		short, site, spanishName := w.agencyFacts(a)
		var t text
		t.line("kind: authority")
		t.line("name: %s", w.words(func(l knowledge.Lang) string {
			if l == spanish && spanishName != "" {
				return spanishName
			}
			return w.title(l, a)
		}))
		t.line("short: {en: %[1]s, es: %[1]s}", quote(short))
		if site != "" {
			t.line("website: %s", quote(site))
			t.line("sources:\n  page: {cite: %s, url: %s, %s, confidence: B}\nsource: page", quote(host(site)), quote(site), w.verified())
		}
		w.put("organisations/"+a.name+".yaml", &t)
	}
	w.helpline()
}

// agencyFacts gives what an agency's benefits say of it: the letters that their names begin with, the website that most of
// them point to, the name in Spanish that most of them use.
func (w *writer) agencyFacts(a *page) (short, site, spanishName string) {
	letters, sites, names := counter{}, counter{}, counter{}
	for _, b := range w.set.benefits {
		if n := b.root.Get("source").Get("name"); w.set.text(english, nodeText(n)) == w.title(english, a) {
			prefix, _, _ := strings.Cut(b.name, "-")
			letters.add(strings.ToUpper(prefix))
			names.add(w.set.text(spanish, nodeText(n)))
			if u, err := url.Parse(w.set.text(english, nodeText(b.root.Get("source").Get("link")))); err == nil && u.Host != "" {
				sites.add("https://" + u.Host + "/")
			}
		}
	}
	if short = letters.most(); short == "" {
		short = cut(w.title(english, a), 16)
	}
	return short, sites.most(), names.most()
}

func (w *writer) helpline() {
	var t text
	unknown := func(why string) string { return fmt.Sprintf("{why: %s, ask: %s}", quote(why), helpline) }
	t.line("kind: helpline")
	t.line("name: {en: USA.gov, es: USA.gov}\nshort: {en: USA.gov, es: USA.gov}")
	t.line("website: https://www.usa.gov/")
	t.line("sources:\n  page: {cite: usa.gov, url: \"https://www.usa.gov/phone\", %s, confidence: B}\nsource: page", w.verified())
	t.line("hotlines:\n  - id: %s", helpline)
	if w.set.phone != "" {
		t.line("    number: %s", quote(w.set.phone))
	} else {
		t.line("    number_unknown: %s", unknown("the data set names no number"))
	}
	t.line("    for: {en: questions about benefits, es: preguntas sobre beneficios}")
	t.line("    charge_unknown: %s", unknown("the data set does not say what a call costs"))
	t.line("    hours_unknown: %s", unknown("the data set does not say when somebody answers"))
	w.put("organisations/"+helpline+".yaml", &t)
}

// counter counts texts; the empty one does not count.
type counter map[string]int

func (c counter) add(s string) {
	if s != "" {
		c[s]++
	}
}

// most gives the text that was counted most often; of several the first by letters.
func (c counter) most() (best string) {
	for s, n := range c {
		if best == "" || n > c[best] || n == c[best] && s < best {
			best = s
		}
	}
	return best
}

// host gives the name of a website without www, which can be said aloud.
func host(link string) string {
	if u, err := url.Parse(link); err == nil && u.Host != "" {
		return strings.TrimPrefix(u.Host, "www.")
	}
	return "usa.gov"
}
