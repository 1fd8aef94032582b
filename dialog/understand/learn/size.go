package learn

// Size is about how many bytes the model takes in memory.
func (m *Model) Size() int {
	n := 8*len(m.vocab.keys) + 4*len(m.vocab.idf) + 4*len(m.vocab.table)
	n += 4*len(m.weights.start) + 3*len(m.weights.val) + 8*len(m.weights.scale)
	n += 4*len(m.near.start) + 5*len(m.near.doc) + 2*len(m.near.label)
	for _, t := range m.texts {
		n += 16 + len(t)
	}
	return n
}
