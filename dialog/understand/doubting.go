package understand

// Doubting asks back wherever the matcher inside it would answer: for the time in which nothing better has been learned yet.
type Doubting struct{ Matcher }

// Understand implements Matcher.
func (d Doubting) Understand(q Query) Meaning {
	m := d.Matcher.Understand(q)
	m.Doubt = len(m.Targets) > 0
	return m
}
