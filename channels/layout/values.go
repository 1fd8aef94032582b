package layout

import (
	"strconv"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/knowledge"
)

// space stands between the parts of a value: it does not break.
const space = "\u00A0"

// groupFrom is the smallest number that is written in groups of three digits.
const groupFrom = 10000

// AppendValue writes a value as the language does, with Latin digits. Blanks inside amounts, dates and telephone numbers do
// not break; addresses and names keep their own, so that a wide page can wrap them.
func (w *Writer) AppendValue(dst []byte, v *dialog.Value) []byte {
	if v == nil {
		return dst
	}
	switch v.Kind {
	case dialog.Money:
		return w.appendMoney(dst, v)
	case dialog.Number:
		return appendGrouped(dst, v.Number)
	case dialog.Duration:
		return w.appendDuration(dst, v)
	case dialog.Day:
		if v.Form == dialog.ShortForm {
			return w.short.append(dst, v.Date)
		}
		return w.date.append(dst, v.Date)
	case dialog.Time:
		return appendClock(dst, v.Number)
	case dialog.Phone:
		return appendUnbroken(dst, v.Text)
	}
	return append(dst, v.Text...)
}

// AppendShortDate writes a day in the short form of the language, as 21.11.26.
func (w *Writer) AppendShortDate(dst []byte, d knowledge.Date) []byte { return w.short.append(dst, d) }

func (w *Writer) appendMoney(dst []byte, v *dialog.Value) []byte {
	if v.Number == 0 {
		if free := w.freeWord(v.Form); free != "" {
			return appendUnbroken(dst, free)
		}
	}
	whole, rest := v.Number/100, v.Number%100
	if v.Number < 0 {
		dst = append(dst, '-')
		whole, rest = -whole, -rest
	}
	dst = appendGrouped(dst, whole)
	category := categoryOther
	if rest != 0 {
		dst = append(dst, w.decimal...)
		dst = appendTwo(dst, rest)
	} else {
		category = w.plural.of(whole)
	}
	dst = append(dst, space...)
	return appendUnbroken(dst, w.currency.word(v.Unit, v.Form, category))
}

func (w *Writer) freeWord(form string) string {
	if word := w.free[form]; word != "" {
		return word
	}
	return w.free[nominative]
}

func (w *Writer) appendDuration(dst []byte, v *dialog.Value) []byte {
	if v.Unit != "age" {
		return w.appendCount(dst, v.Number, v.Unit, v.Form)
	}
	years, months := v.Number/12, v.Number%12
	if years == 0 {
		return w.appendCount(dst, months, "month", v.Form)
	}
	dst = w.appendCount(dst, years, w.ageUnit(), v.Form)
	if months == 0 {
		return dst
	}
	dst = append(dst, space...)
	return w.appendCount(dst, months, "month", v.Form)
}

// ageUnit names the unit of a person's years: a language may have a word of its own for them, 65 yaş.
func (w *Writer) ageUnit() string {
	if _, ok := w.units["age"]; ok {
		return "age"
	}
	return "year"
}

// appendCount writes a number and its unit: "10 days".
func (w *Writer) appendCount(dst []byte, n int64, unit, form string) []byte {
	dst = appendGrouped(dst, n)
	dst = append(dst, space...)
	return appendUnbroken(dst, w.units.word(unit, form, w.plural.of(n)))
}

// appendUnbroken writes a text with glue for blanks.
func appendUnbroken(dst []byte, text string) []byte {
	for i := 0; i < len(text); i++ {
		if text[i] == ' ' {
			dst = append(dst, space...)
			continue
		}
		dst = append(dst, text[i])
	}
	return dst
}

// appendGrouped writes a number; from groupFrom on its thousands stand apart.
func appendGrouped(dst []byte, n int64) []byte {
	if n > -groupFrom && n < groupFrom {
		return strconv.AppendInt(dst, n, 10)
	}
	var digits [20]byte
	s := strconv.AppendInt(digits[:0], n, 10)
	if s[0] == '-' {
		dst, s = append(dst, '-'), s[1:]
	}
	for i, c := range s {
		if i > 0 && (len(s)-i)%3 == 0 {
			dst = append(dst, space...)
		}
		dst = append(dst, c)
	}
	return dst
}

// appendClock writes minutes after midnight as 09:30.
func appendClock(dst []byte, minutes int64) []byte {
	if minutes < 0 {
		minutes = 0
	}
	dst = appendTwo(dst, minutes/60)
	dst = append(dst, ':')
	return appendTwo(dst, minutes%60)
}

// appendTwo writes a number with at least two digits.
func appendTwo(dst []byte, n int64) []byte {
	if n >= 0 && n < 10 {
		dst = append(dst, '0')
	}
	return strconv.AppendInt(dst, n, 10)
}
