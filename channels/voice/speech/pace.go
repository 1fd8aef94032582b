package speech

import "math"

// Speech is made faster or slower in pieces of this many samples, each laid where it fits the one before best.
const (
	frame   = Rate * 30 / 1000
	overlap = frame / 2
	search  = Rate * 8 / 1000
)

// paced gives sound at another pace and the same pitch, by overlapping pieces of it (WSOLA: Verhelst and Roelands, 1993).
func (s Sound) paced(factor float64) Sound {
	if math.Abs(factor-1) < 0.03 || factor <= 0 || len(s) < 4*frame {
		return s
	}
	out := make(Sound, 0, int(float64(len(s))/factor)+frame)
	out = append(out, s[:overlap]...)
	last := 0 // where the piece before began
	for at := 0.0; ; at += float64(overlap) * factor {
		begin := s.fit(last+overlap, int(at))
		if begin < 0 {
			break
		}
		tail := s[last+overlap:]
		for i := range overlap {
			fade := float64(i) / overlap
			out = append(out, int16(float64(tail[i])*(1-fade)+float64(s[begin+i])*fade))
		}
		last = begin
	}
	return append(out, s[last+overlap:min(len(s), last+frame)]...)
}

// fit finds, near a place, the piece that goes on best from another place; -1 at the end of the sound.
func (s Sound) fit(from, near int) int {
	first, last := max(0, near-search), min(near+search, len(s)-frame-1)
	if last < first || from+overlap > len(s) {
		return -1
	}
	best, found := math.Inf(-1), -1
	for begin := first; begin <= last; begin += 2 {
		var same, power float64
		for i := 0; i < overlap; i += 2 {
			a, b := float64(s[from+i]), float64(s[begin+i])
			same += a * b
			power += b * b
		}
		if score := same / math.Sqrt(power+1); score > best {
			best, found = score, begin
		}
	}
	return found
}
