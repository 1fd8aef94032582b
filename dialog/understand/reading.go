package understand

import "slices"

// reading is what one language makes of a question.
type reading struct {
	lex     *lexicon
	said    Meaning // a command, or a place under its own name: nothing else is read then
	aspect  string
	targets []scored // best first
	edge    float64

	onlyAspect  bool // no word says anything beside the aspect
	exactAspect bool // its words were said as they are written
	wholeAspect bool // and nothing else was said
	now         bool // it is about this moment, as far as the language has words for that
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
	r.now = len(x.now) == 0 || slices.ContainsFunc(x.now, func(now []string) bool { at, _ := find(words, now); return at >= 0 })
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
				r.wholeAspect = r.exactAspect && len(words) == len(p.words)
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
	if used == 0 {
		return false
	}
	w := x.word(words[slices.Index(spent, true)])
	return w != nil && slices.ContainsFunc(w.at, func(p place) bool {
		n := x.names[p.name].words
		return (len(n) > used || !exactAspect) && said(n, words) && explains(n, words, spent)
	})
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
