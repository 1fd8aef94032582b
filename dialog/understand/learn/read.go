package learn

// Reading is what a model shows about a text before anybody says how far it is to be trusted. Its lists are by label, in
// the order of Labels.
type Reading struct {
	Scores    []float32 // how far the label's machine and its known questions say yes: 1 and more for sure
	Votes     []float32 // how like the text the nearest known question of the label is, at most 1
	Words     int
	WordCover float64 // how much of the words is known, rare ones counting more
	CharCover float64 // how much of the runs of letters is known
	Nearest   string  // the known question that is most like it
	Like      float64 // and how like it is
}

// Read reads a text into r, whose lists are used again. It reads the first thousand letters.
func (m *Model) Read(text string, r *Reading) {
	*r = Reading{Scores: r.Scores[:0], Votes: r.Votes[:0]}
	if len(m.labels) == 0 {
		return
	}
	s, _ := m.free.Get().(*scratch)
	if s == nil {
		s = &scratch{}
	}
	defer m.free.Put(s)
	m.score(s, text)
	r.Scores, r.Votes = append(r.Scores, s.scores...), append(r.Votes, s.votes...)
	r.Words, r.WordCover, r.CharCover = len(s.wordKeys), float64(s.wordCover), float64(s.charCover)
	if len(s.near) > 0 {
		r.Nearest, r.Like = m.texts[s.near[0].doc], float64(s.near[0].like)
	}
}
