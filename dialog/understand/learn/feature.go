package learn

// block is the kind of a feature; it is kept in the lowest bits of the feature's key.
type block uint64

const (
	wordBlock block = iota // a word, or its beginning
	pairBlock              // two words beside each other
	charBlock              // a run of letters inside a word
	blocks
	blockMask = 3
)

// reader says what is read from a text.
type reader struct {
	words    bool // words, their beginnings and pairs, beside runs of letters
	from, to int  // the shortest and the longest run
}

// The reader of questions and the reader that tells languages apart. Beginnings of four letters stand in for a stemmer:
// they serve every language alike, Azerbaijani and Swahili have none, and runs of letters do the rest.
var (
	questionReader = reader{words: true, from: 2, to: 4}
	languageReader = reader{from: 1, to: 4}
)

const prefixRunes = 4

// keys appends the keys of all features of the folded text in s.folded to s.keys, with repeats.
func (r reader) keys(s *scratch) {
	s.keys, s.wordKeys = s.keys[:0], s.wordKeys[:0]
	before := uint64(0)
	for from := 0; from < len(s.folded); {
		to := from
		for to < len(s.folded) && s.folded[to] != ' ' {
			to++
		}
		word := s.folded[from:to]
		from = to + 1
		r.chars(s, word)
		if r.words {
			before = r.word(s, word, before)
		}
	}
}

// word adds the features of one word after another, and gives what stands for it in a pair.
func (r reader) word(s *scratch, word []rune, before uint64) uint64 {
	start := word[:min(len(word), prefixRunes)]
	whole, begin := hash(1, word), hash(2, start)
	s.add(whole, wordBlock)
	s.wordKeys = append(s.wordKeys, s.keys[len(s.keys)-1])
	if len(word) > prefixRunes {
		s.add(begin, wordBlock)
	}
	s.add(mix(before*31+begin), pairBlock)
	return begin
}

// chars adds the runs of letters of a word, which is thought to stand between two marks.
func (r reader) chars(s *scratch, word []rune) {
	n := len(word) + 2
	for i := range n {
		h := uint64(3)
		for j := i; j < n && j < i+r.to; j++ {
			c := rune('\x01')
			if j > 0 && j < n-1 {
				c = word[j-1]
			}
			h = step(h, c)
			if l := j - i + 1; l >= r.from && (l > 1 || c != '\x01') {
				s.add(mix(h), charBlock)
			}
		}
	}
}

func (s *scratch) add(h uint64, b block) {
	s.keys = append(s.keys, h&^blockMask|uint64(b))
}

func hash(seed uint64, text []rune) uint64 {
	h := seed
	for _, r := range text {
		h = step(h, r)
	}
	return mix(h)
}

func step(h uint64, r rune) uint64 {
	return (h ^ uint64(r)) * 0x9e3779b97f4a7c15
}

// mix is the finaliser of splitmix64: every bit of the outcome depends on every bit of h.
func mix(h uint64) uint64 {
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}

// chance is a deterministic source of numbers (splitmix64).
type chance uint64

func (c *chance) next() uint64 {
	*c += 0x9e3779b97f4a7c15
	return mix(uint64(*c))
}

// below gives a number in [0, n).
func (c *chance) below(n int) int {
	return int(c.next() >> 33 % uint64(n))
}

// hit is true with probability p.
func (c *chance) hit(p float64) bool {
	return float64(c.next()>>11)/(1<<53) < p
}

// Hash gives a number that depends on the text alone, to split sets by.
func Hash(text string) uint64 { return hash(0, []rune(text)) }
