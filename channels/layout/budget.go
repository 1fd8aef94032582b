package layout

import "unicode/utf8"

// Budget says how much fits on a screen. The text decides its own alphabet: where all of it is in the GSM 7-bit alphabet
// it may have Septets, else Units.
type Budget struct {
	Name         string
	Septets      int  // limit in the GSM 7-bit alphabet
	Units        int  // limit in UCS-2, in UTF-16 code units; a character outside the basic plane takes two
	Fold         bool // bring letters to the GSM 7-bit alphabet where the language has a reviewed table for it
	PrefixCounts bool // the gateway counts its "CON " or "END " as part of the screen
	CRLF         bool // the gateway wants line breaks of two characters
}

// The names of the profiles, as used in configuration.
const (
	ProfileUSSD182      = "ussd-182"
	ProfileUSSD160      = "ussd-160"
	ProfileUSSD140      = "ussd-140"
	ProfileUSSD160Exact = "ussd-160-exact"
	ProfileUSSD140Exact = "ussd-140-exact"
)

// USSD182 is the whole USSD string of 160 octets: 182 septets or 80 UCS-2 units (3GPP TS 23.038, clause 6.1.2.3).
func USSD182() Budget { return Budget{Name: ProfileUSSD182, Septets: 182, Units: 80, Fold: true} }

// USSD160 is the default: many gateways count 160 characters, whatever the alphabet would allow.
func USSD160() Budget { return Budget{Name: ProfileUSSD160, Septets: 160, Units: 80, Fold: true} }

// USSD140 is for gateways that take their limit from SMS: 140 septets or 70 UCS-2 units.
func USSD140() Budget { return Budget{Name: ProfileUSSD140, Septets: 140, Units: 70, Fold: true} }

// Exact gives the same budget under another name with every letter left as it is written.
func (b Budget) Exact() Budget {
	b.Name, b.Fold = b.Name+"-exact", false
	return b
}

// Profiles lists the budgets that have a name, the default first.
func Profiles() []Budget {
	return []Budget{USSD160(), USSD182(), USSD140(), USSD160().Exact(), USSD140().Exact()}
}

// Lookup finds a profile by name; the empty name is the default.
func Lookup(name string) (b Budget, ok bool) {
	for _, b := range Profiles() {
		if b.Name == name || name == "" {
			return b, true
		}
	}
	return Budget{}, false
}

// Alphabet is the coding that a text needs on a screen.
type Alphabet uint8

// The alphabets.
const (
	GSM7 Alphabet = iota
	UCS2
)

// String gives the usual name of the alphabet.
func (a Alphabet) String() string {
	if a == UCS2 {
		return "UCS-2"
	}
	return "GSM-7"
}

// Size is what a text takes of a budget. Units are septets or UTF-16 code units, as Alphabet says; Limit is in the same.
type Size struct {
	Alphabet Alphabet
	Units    int
	Octets   int
	Limit    int
}

// Fits says whether the text is within the limit.
func (s Size) Fits() bool { return s.Units <= s.Limit }

// Measure says what a text takes of a budget exactly as it stands, with the prefix where it counts.
func Measure(text string, b Budget) Size {
	g := b.gauge()
	b.CRLF = false // line breaks stand in the text as they are sent
	for _, r := range text {
		g.addRune(r, b)
	}
	if g.foreign {
		return Size{Alphabet: UCS2, Units: g.units, Octets: 2 * g.units, Limit: b.Units}
	}
	return Size{Alphabet: GSM7, Units: g.septets, Octets: (7*g.septets + 7) / 8, Limit: b.Septets}
}

// mostRunes is the most characters that fit: each takes a septet or a UTF-16 unit, or more.
func (b Budget) mostRunes() int { return max(b.Septets, b.Units, 0) }

// mostBytes is the most bytes of UTF-8 that fit: three is the most for a septet or a UTF-16 unit.
func (b Budget) mostBytes() int { return 3 * b.mostRunes() }

// prefixLen is the length of "CON " and "END ".
const prefixLen = 4

// gauge counts a text in both alphabets at once, because the last letter may still decide for UCS-2.
type gauge struct {
	septets, units int
	foreign        bool // a letter was met that the GSM 7-bit alphabet lacks
}

// gauge gives the state of an empty screen.
func (b Budget) gauge() gauge {
	if b.PrefixCounts {
		return gauge{septets: prefixLen, units: prefixLen}
	}
	return gauge{}
}

func (g *gauge) addRune(r rune, b Budget) {
	cost := septets(r)
	g.septets += cost
	g.units++
	switch {
	case cost == 0:
		g.foreign = true
		if r > 0xFFFF {
			g.units++
		}
	case r == '\n' && b.CRLF:
		g.septets++
		g.units++
	}
}

// add counts the text of a draft, where glue is a space or a line break on the screen.
func (g *gauge) add(text []byte, b Budget) {
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf && c != '\n' && septetCosts[c] != 0 {
			g.septets += int(septetCosts[c])
			g.units++
			i++
			continue
		}
		r, n := decode(text[i:])
		g.addRune(unglued(r), b)
		i += n
	}
}

func (g *gauge) plus(o gauge) gauge {
	return gauge{g.septets + o.septets, g.units + o.units, g.foreign || o.foreign}
}

// fits says whether what was counted is within the budget.
func (g *gauge) fits(b Budget) bool {
	if g.foreign {
		return g.units <= b.Units
	}
	return g.septets <= b.Septets
}
