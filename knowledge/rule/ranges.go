package rule

import "math"

// span is a closed range of numbers.
type span struct{ lo, hi int64 }

var everything = span{math.MinInt64, math.MaxInt64}

// meets says whether a value between a.lo and a.hi lies in the span.
func (s span) meets(a span) Truth {
	switch {
	case s.lo <= a.lo && a.hi <= s.hi:
		return Yes
	case s.lo <= a.hi && a.lo <= s.hi:
		return Unknown
	}
	return No
}

// meets says whether a value between a.lo and a.hi lies in one of the spans, which are sorted and do not touch.
func meets(spans []span, a span) Truth {
	t := No
	for _, s := range spans {
		if t = max(t, s.meets(a)); t == Yes {
			break
		}
	}
	return t
}

// add adds a span to a sorted list and joins those that touch.
func add(spans []span, s span) []span {
	out := spans[:0:0]
	for _, t := range spans {
		switch {
		case t.hi != math.MaxInt64 && t.hi+1 < s.lo:
			out = append(out, t)
		case s.hi != math.MaxInt64 && s.hi+1 < t.lo:
			out = append(out, s)
			s = t
		default:
			s = span{min(s.lo, t.lo), max(s.hi, t.hi)}
		}
	}
	return append(out, s)
}
