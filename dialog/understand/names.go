package understand

import (
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/answer"
	"github.com/plainline/plainline/knowledge"
)

// Names is a simple, honest Matcher: it compares the words of a question with the names that the base gives to things and
// with the words for their aspects, in every language of the base, after folding.
type Names struct {
	base     *knowledge.Base
	lexicons []*lexicon
}

// NewNames builds the matcher of a base.
func NewNames(b *knowledge.Base) *Names {
	n := &Names{base: b}
	for _, tag := range b.Languages {
		if l := b.Lang[tag]; l != nil {
			n.lexicons = append(n.lexicons, newLexicon(b, l))
		}
	}
	return n
}

// The thresholds were set by hand on the sample base's stories; the matcher that replaces this one calibrates its own.
const (
	sure     = 0.70 // above it a target is an answer, if it stands alone
	perhaps  = 0.42 // above it a target is worth asking about
	exact    = 0.97 // above it the whole of a name was said, and nothing else
	together = 0.10 // targets this near to the best are asked about, not chosen between
	ownLang  = 0.05 // what the language of the talk is ahead of the others
)

// Understand implements Matcher.
func (n *Names) Understand(q Query) Meaning {
	if m, ok := n.code(q.Text); ok {
		m.certain = true
		return m
	}
	if strings.IndexFunc(q.Text, unicode.IsLetter) < 0 {
		return Meaning{} // digits and signs name nothing
	}
	var best reading
	var plain Meaning // a command, or a place under its own name
	for _, x := range n.lexicons {
		r := x.read(q.Text)
		if r.said.Lang != "" {
			if plain.Lang == "" || x.lang == q.Lang {
				plain = r.said
			}
			continue
		}
		if x.lang == q.Lang {
			r.edge = ownLang
		}
		if r.value() > best.value() || best.lex == nil && x.lang == q.Lang {
			best = r
		}
	}
	if plain.Lang != "" {
		plain.certain = true
		return plain
	}
	return n.decide(best, q)
}

// decide turns the best reading into an answer, a question back, or "I don't know".
func (n *Names) decide(r reading, q Query) Meaning {
	if r.lex == nil {
		return Meaning{}
	}
	m := Meaning{Lang: r.lex.lang}
	near := r.near()
	if r.onlyAspect && (q.Service != "" || len(near) == 0 || near[0].score < exact) {
		near = nil // "how much?" is asked about what the talk is about, not about a name with such a word in it
	}
	switch {
	case r.aspect == "bribe" && (r.exactAspect || len(near) == 0):
		m.Targets = n.general("bribe") // whatever service it was asked at; "correction" is near "corruption", but no bribe
	case len(near) == 1 && near[0].score >= sure:
		m.Targets = []dialog.Spot{n.aspectOf(near[0].target, r.aspect)}
		m.certain = near[0].score >= exact
	case r.aspect != "" && q.Service != "" && (len(near) == 0 || near[0].score < sure):
		m.Targets = n.withoutName(r.aspect, q.Service) // "what do I need?" is about what the talk is about
		m.certain = r.onlyAspect
	case len(near) > 0:
		m.Doubt = true
		for _, t := range near {
			m.Targets = append(m.Targets, n.aspectOf(t.target, r.aspect))
		}
		m.Targets = n.fewer(m.Targets)
		m.certain = near[0].kind == anOffice && near[0].score >= sure
	case r.onlyAspect || r.exactAspect:
		m.Targets = n.withoutName(r.aspect, q.Service)
	}
	return m
}

// fewer keeps the choices few: where the best are offices, the list of their part of the country is meant, or of all parts.
func (n *Names) fewer(targets []dialog.Spot) []dialog.Spot {
	if len(targets) <= MaxChoices {
		return targets
	}
	best := targets[:MaxChoices]
	list := n.officeList(best[0])
	for _, t := range best[1:] {
		if other := n.officeList(t); list == "" || other == "" {
			return best
		} else if other != list {
			list = "offices"
		}
	}
	return []dialog.Spot{list}
}

// officeList gives the list in which an office stands; "" for what is no office.
func (n *Names) officeList(t dialog.Spot) dialog.Spot {
	id, ok := strings.CutPrefix(string(t), "office/")
	if !ok {
		return ""
	}
	for _, g := range n.base.OfficeGroups {
		if slices.Contains(g.Offices, id) {
			return dialog.Spot("offices/" + g.ID)
		}
	}
	return "offices"
}

// aspectOf leads to an aspect of a service; other targets have none.
func (n *Names) aspectOf(t dialog.Spot, aspect string) dialog.Spot {
	id, ok := strings.CutPrefix(string(t), "service/")
	if !ok {
		return t
	}
	if aspect == "hours" {
		aspect = answer.Where.String()
	}
	if a, ok := answer.AspectNamed(aspect); ok && a != answer.Overview {
		return dialog.Spot(a.String() + "/" + id)
	}
	return t
}

// withoutName understands a question that names no service: by the talk's service, else in general.
func (n *Names) withoutName(aspect string, service knowledge.ServiceID) []dialog.Spot {
	switch aspect {
	case "":
		return nil
	case "hours":
		return []dialog.Spot{"offices"}
	}
	a, ok := answer.AspectNamed(aspect)
	if !ok {
		return nil
	}
	if service != "" {
		return []dialog.Spot{dialog.Spot(a.String() + "/" + string(service))}
	}
	if a == answer.Appeal || a == answer.Complaint {
		return n.general(a.String())
	}
	return []dialog.Spot{dialog.Spot("for/" + a.String())}
}

func (n *Names) general(kind string) []dialog.Spot {
	if a := n.base.AnswerOfKind(kind); a != nil {
		return []dialog.Spot{dialog.Spot("answer/" + a.ID)}
	}
	return nil
}

// code reads the short code of an answer, as people quote it: 12F, G3, E2, K5, N1.
func (n *Names) code(text string) (Meaning, bool) {
	t := strings.ToUpper(strings.TrimSpace(text))
	if len(t) < 2 || len(t) > 7 {
		return Meaning{}, false
	}
	if num, err := strconv.Atoi(t[:len(t)-1]); err == nil {
		s := n.base.ServiceByCode(num)
		a, ok := answer.AspectLettered(t[len(t)-1])
		if s != nil && ok {
			return Meaning{Targets: []dialog.Spot{n.aspectOf(dialog.Spot("service/"+string(s.ID)), a.String())}}, true
		}
		return Meaning{}, false
	}
	num, err := strconv.Atoi(t[1:])
	if err != nil {
		return Meaning{}, false
	}
	spot := n.coded(t[0], num)
	return Meaning{Targets: []dialog.Spot{spot}}, spot != ""
}

func (n *Names) coded(letter byte, num int) dialog.Spot {
	switch letter {
	case 'G':
		for _, a := range n.base.Answers {
			if a.Code == num {
				return dialog.Spot("answer/" + a.ID)
			}
		}
	case 'E':
		for _, e := range n.base.Events {
			if e.Code == num {
				return dialog.Spot("event/" + e.ID)
			}
		}
	case 'K':
		for _, o := range n.base.Offices {
			if o.Code == num {
				return dialog.Spot("office/" + o.ID)
			}
		}
	case 'N':
		for _, o := range n.base.Notices {
			if o.Code == num {
				return dialog.Spot("notice/" + o.ID)
			}
		}
	}
	return ""
}

// aspectIn gives the aspect whose words stand in a text, by the lists of a language; "" for none.
func (n *Names) aspectIn(text string, lang knowledge.Lang) string {
	for _, x := range n.lexicons {
		if x.lang == lang {
			r := x.read(text)
			return r.aspect
		}
	}
	return ""
}

// reading is what one language makes of a question.
type reading struct {
	lex     *lexicon
	said    Meaning // a command, or a place under its own name: nothing else is read then
	aspect  string
	targets []scored // best first
	edge    float64

	onlyAspect  bool // no word says anything beside the aspect
	exactAspect bool // its words were said as they are written
}

type scored struct {
	target dialog.Spot
	kind   targetKind
	score  float64
}

func (r *reading) value() float64 {
	v := r.edge
	if r.lex == nil {
		return 0
	}
	if len(r.targets) > 0 {
		v += r.targets[0].score
	}
	switch {
	case r.onlyAspect && r.exactAspect:
		v++ // no other language explains it better
	case r.aspect != "":
		v += 0.3
	}
	return v
}

// near gives the targets that the question may mean: all close to the best, if the best is good enough.
func (r *reading) near() []scored {
	if len(r.targets) == 0 || r.targets[0].score < perhaps {
		return nil
	}
	end := 1
	for end < len(r.targets) && r.targets[end].score >= r.targets[0].score-together && r.targets[end].score >= perhaps {
		end++
	}
	return r.targets[:end]
}

// read finds command, aspect and targets in a text.
func (x *lexicon) read(text string) reading {
	words := x.folder.words(text)
	r := reading{lex: x}
	for i := range x.plain {
		if p := &x.plain[i]; equal(p.words, words) {
			r.said = p.means
			return r
		}
	}
	spent := x.findAspect(words, &r)
	if x.inName(words, spent, r.exactAspect) {
		r.aspect, spent = "", make([]bool, len(words)) // "права" of a driving licence are no question of law
	}
	r.onlyAspect = r.aspect != "" && x.allSpent(words, spent)
	r.targets = x.rank(words, spent)
	return r
}

// findAspect finds the longest phrase of an aspect in the words and marks the words it used.
func (x *lexicon) findAspect(words []string, r *reading) (spent []bool) {
	spent = make([]bool, len(words))
	longest := 0.0
	for _, p := range x.aspects {
		if at, strength := find(words, p.words); at >= 0 {
			for i := range p.words {
				spent[at+i] = true
			}
			if strength > longest {
				longest, r.aspect, r.exactAspect = strength, p.aspect, equal(words[at:at+len(p.words)], p.words)
			}
		}
	}
	return spent
}

// inName says whether the words used by an aspect only belong to a name that was said in full: one with further words, or
// the aspect was not meant exactly.
func (x *lexicon) inName(words []string, spent []bool, exactAspect bool) bool {
	used := 0
	for _, s := range spent {
		used += btoi(s)
	}
	for i := range x.names {
		if n := x.names[i].words; used > 0 && (len(n) > used || !exactAspect) && said(n, words) && explains(n, words, spent) {
			return true
		}
	}
	return false
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// said says whether every word of a name was said.
func said(name, words []string) bool {
	for _, n := range name {
		if !slices.Contains(words, n) {
			return false
		}
	}
	return true
}

// explains says whether every word that was spent is one of the name.
func explains(name, words []string, spent []bool) bool {
	for i, w := range words {
		if spent[i] && !slices.Contains(name, w) {
			return false
		}
	}
	return true
}

// allSpent says whether every word that says anything was used by an aspect.
func (x *lexicon) allSpent(words []string, spent []bool) bool {
	for i, w := range words {
		if !spent[i] && !x.stop[w] {
			return false
		}
	}
	return true
}

// find looks for a phrase as consecutive words; long ones may have another ending.
func find(words, p []string) (at int, strength float64) {
	for i := 0; len(p) > 0 && i+len(p) <= len(words); i++ {
		sum, letters := 0.0, 0
		for j := range p {
			a := alike(words[i+j], p[j])
			if a < 1 && (len(p[j]) < 6 || len(words[i+j]) < len(p[j])-1) {
				a = 0 // "necə" is how, "neçəyə" for how much: short words of an aspect are taken whole
			}
			if a == 0 {
				sum = 0
				break
			}
			sum += a
			letters += len(p[j])
		}
		if sum > 0 {
			return i, sum + float64(letters)/100
		}
	}
	return -1, 0
}

// rank scores the targets: how much of a name was said, and how much of what was said the name explains. Words spent on
// the aspect weigh little here.
func (x *lexicon) rank(words []string, spent []bool) []scored {
	said := make([]float64, len(words)) // weights
	total := 0.0
	hits := map[int][]float64{} // name → for each of its words how well it was said
	explained := map[int][]float64{}
	for i, w := range words {
		if x.stop[w] {
			continue
		}
		best := 0.0
		for _, v := range x.byStart[start(w)] {
			a := alike(w, v)
			if a == 0 {
				continue
			}
			best = max(best, x.weight[v])
			for _, n := range x.holders[v] {
				x.hit(hits, explained, n, v, i, a, len(words))
			}
		}
		if said[i] = best; best == 0 {
			said[i] = 1.5
		}
		if spent[i] {
			said[i] *= 0.15
		}
		total += said[i]
	}
	return x.score(hits, explained, said, total)
}

func (x *lexicon) hit(hits, explained map[int][]float64, n int, v string, i int, a float64, words int) {
	if hits[n] == nil {
		hits[n], explained[n] = make([]float64, len(x.names[n].words)), make([]float64, words)
	}
	for j, w := range x.names[n].words {
		if w == v {
			hits[n][j] = max(hits[n][j], a)
		}
	}
	explained[n][i] = max(explained[n][i], a)
}

// onlyDigits says whether nothing of a name was said but numbers.
func onlyDigits(name []string, hits []float64) bool {
	for i, w := range name {
		if hits[i] > 0 && strings.IndexFunc(w, unicode.IsLetter) >= 0 {
			return false
		}
	}
	return true
}

func (x *lexicon) score(hits, explained map[int][]float64, said []float64, total float64) []scored {
	best := map[dialog.Spot]scored{}
	for n, h := range hits {
		name := &x.names[n]
		have, whole, expl := 0.0, 0.0, 0.0
		if onlyDigits(name.words, h) {
			continue // a 2 alone does not mean "Baku 2"
		}
		for j, w := range name.words {
			have += h[j] * x.weight[w]
			whole += x.weight[w]
		}
		for i, e := range explained[n] {
			expl += e * said[i]
		}
		s := 0.55*have/whole + 0.45*expl/total
		if s > best[name.target].score {
			best[name.target] = scored{name.target, name.kind, s}
		}
	}
	list := make([]scored, 0, len(best))
	service := 0.0
	for _, s := range best {
		if s.kind == aService {
			service = max(service, s.score)
		}
	}
	for _, s := range best {
		if s.kind == anOffice && service >= perhaps {
			s.score -= 0.2 // "passport in Ganja" is about the passport
		}
		list = append(list, s)
	}
	sort.Slice(list, func(i, j int) bool {
		if list[i].score != list[j].score {
			return list[i].score > list[j].score
		}
		return list[i].target < list[j].target
	})
	return list
}
