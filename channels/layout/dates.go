package layout

import (
	"strconv"
	"strings"

	"github.com/plainline/plainline/knowledge"
)

// datePart is a literal or a field of a date pattern.
type datePart struct {
	literal string
	field   string // "d", "dd", "month", "mm", "m", "y", "yy", "weekday"; empty for a literal
}

// datePattern is a parsed DateForm or DateShort with the names it needs.
type datePattern struct {
	parts            []datePart
	months, weekdays []string
}

// newDatePattern parses a pattern such as "{d} {month} {y}". What is not a known field stays as it is written.
func newDatePattern(pattern string, l *knowledge.Language) datePattern {
	p := datePattern{months: l.Months, weekdays: l.Weekdays}
	for pattern != "" {
		open := strings.IndexByte(pattern, '{')
		end := strings.IndexByte(pattern, '}')
		if open < 0 || end < open {
			break
		}
		field := pattern[open+1 : end]
		if !isDateField(field) {
			p.parts = append(p.parts, datePart{literal: pattern[:end+1]})
		} else {
			p.parts = append(p.parts, datePart{literal: pattern[:open]}, datePart{field: field})
		}
		pattern = pattern[end+1:]
	}
	p.parts = append(p.parts, datePart{literal: pattern})
	return p
}

func isDateField(name string) bool {
	switch name {
	case "d", "dd", "m", "mm", "month", "y", "yy", "weekday":
		return true
	}
	return false
}

// append writes a day; the zero Date is nothing, and a day that no calendar has is written in ISO 8601.
func (p *datePattern) append(dst []byte, d knowledge.Date) []byte {
	if d == 0 {
		return dst
	}
	y, m, day := d.Parts()
	if m < 1 || m > 12 || day < 1 || day > 31 || len(p.parts) < 2 {
		return append(dst, d.String()...)
	}
	for _, part := range p.parts {
		if part.field == "" {
			dst = appendUnbroken(dst, part.literal)
			continue
		}
		dst = p.appendField(dst, part.field, d, y, m, day)
	}
	return dst
}

func (p *datePattern) appendField(dst []byte, field string, d knowledge.Date, y, m, day int) []byte {
	switch field {
	case "d":
		return strconv.AppendInt(dst, int64(day), 10)
	case "dd":
		return appendTwo(dst, int64(day))
	case "m":
		return strconv.AppendInt(dst, int64(m), 10)
	case "mm":
		return appendTwo(dst, int64(m))
	case "yy":
		return appendTwo(dst, int64(y%100))
	case "month":
		if m <= len(p.months) {
			return appendUnbroken(dst, p.months[m-1])
		}
		return appendTwo(dst, int64(m))
	case "weekday":
		// The list begins with Monday, time.Weekday with Sunday.
		if at := (int(d.Weekday()) + 6) % 7; at < len(p.weekdays) {
			return appendUnbroken(dst, p.weekdays[at])
		}
		return dst
	}
	return strconv.AppendInt(dst, int64(y), 10)
}
