package understand

// tally notes how well the words of names were said.
type tally struct {
	names []name
	said  int       // how many words were said
	from  []int     // by name: where its figures begin in marks, plus 1; 0 for none
	heard []int     // the names that have figures
	marks []float64 // of a name: for each of its words how well it was said, then for each word said how well the name explains it
	best  []float64 // by target: the score of its best name
}

// newTally gives an empty tally, for so many words said; it is put back into x.free after use.
func (x *lexicon) newTally(said int) *tally {
	t, _ := x.free.Get().(*tally)
	if t == nil {
		t = &tally{names: x.names, from: make([]int, len(x.names)), best: make([]float64, len(x.things))}
	}
	clear(t.from)
	clear(t.best)
	t.said, t.heard, t.marks = said, t.heard[:0], t.marks[:0]
	return t
}

// hear notes that word i was said as well as that like a word of names.
func (t *tally) hear(w *word, i int, well float64) {
	for _, p := range w.at {
		if t.from[p.name] == 0 {
			t.from[p.name] = len(t.marks) + 1
			t.heard = append(t.heard, p.name)
			t.marks = append(t.marks, make([]float64, len(t.names[p.name].words)+t.said)...)
		}
		own, explained := t.of(p.name)
		own[p.word], explained[i] = max(own[p.word], well), max(explained[i], well)
	}
}

// of gives the figures of a name: how well its words were said, and how well it explains those that were.
func (t *tally) of(name int) (own, explained []float64) {
	from := t.from[name] - 1
	to := from + len(t.names[name].words)
	return t.marks[from:to], t.marks[to : to+t.said]
}
