package questions

import (
	"cmp"
	"slices"

	"github.com/plainline/plainline/knowledge"
)

// Group holds the figures of one language in one spelling.
type Group struct {
	Lang       knowledge.Lang `json:"lang"`
	Spelling   Spelling       `json:"spelling"`
	InScope    int            `json:"in_scope"`    // questions that the base answers
	LookAlikes int            `json:"look_alikes"` // questions that it does not cover
	Synthetic  int            `json:"synthetic"`   // of both, written by those who built the base

	Right   Share `json:"right_at_first"`     // of those in scope: told the right answer at once
	Menu    Share `json:"right_within_menu"`  // …, or had it among at most four choices
	Beside  Share `json:"beside"`             // …: the right service, but not the aspect that was asked
	Wrong   Share `json:"wrong_overall"`      // of all questions: told something else with confidence
	Astray  Share `json:"asked_astray"`       // of those in scope: asked back without the right choice
	Refused Share `json:"refused_wrongly"`    // of those in scope
	Rightly Share `json:"refused_rightly"`    // of look-alikes: refused, or told the base's own "not covered"
	Asked   Share `json:"look_alikes_asked"`  // of look-alikes: asked back
	Told    Share `json:"look_alikes_told"`   // of look-alikes: answered, which counts as wrong
	Refer   Share `json:"referred_as_wanted"` // of look-alikes whose authority is known: its number was given
}

func group(l knowledge.Lang, s Spelling, seen []judged) Group {
	g := Group{Lang: l, Spelling: s}
	var n [answered + 1]int
	refer, known := 0, 0
	for i := range seen {
		v := &seen[i]
		n[v.outcome]++
		if v.None {
			g.LookAlikes++
		}
		if v.Origin == "synthetic" {
			g.Synthetic++
		}
		if v.Refer != "" {
			known++
			if v.refer == v.Refer {
				refer++
			}
		}
	}
	g.InScope = len(seen) - g.LookAlikes
	g.Right = share(n[right], g.InScope)
	g.Menu = share(n[right]+n[within], g.InScope)
	g.Beside = share(n[besideIt], g.InScope)
	g.Wrong = share(n[wrong]+n[answered], len(seen))
	g.Astray = share(n[astray], g.InScope)
	g.Refused = share(n[refused], g.InScope)
	g.Rightly = share(n[refusedOK], g.LookAlikes)
	g.Asked = share(n[asked], g.LookAlikes)
	g.Told = share(n[answered], g.LookAlikes)
	g.Refer = share(refer, known)
	return g
}

// Crisis says whether people in distress are met at once, and how often others are taken for them.
type Crisis struct {
	Lang     knowledge.Lang `json:"lang"`
	Spelling Spelling       `json:"spelling"`
	Recall   Share          `json:"recall"`          // of questions about distress
	Alarms   Share          `json:"false_alarms"`    // of questions that only sound like it
	Others   Share          `json:"other_questions"` // of all other questions, taken for distress
}

func crisis(l knowledge.Lang, s Spelling, seen []judged) (Crisis, bool) {
	var met, distress, alarms, like, other, others int
	for i := range seen {
		v := &seen[i]
		told := 0
		if v.crisis {
			told = 1
		}
		switch {
		case v.distress():
			met, distress = met+told, distress+1
		case v.likeDistress():
			alarms, like = alarms+told, like+1
		default:
			other, others = other+told, others+1
		}
	}
	return Crisis{l, s, share(met, distress), share(alarms, like), share(other, others)}, distress > 0
}

// Gap is a language that is understood worse than the best one, by more than a public service may (S-17).
type Gap struct {
	Lang     knowledge.Lang `json:"lang"`
	Spelling Spelling       `json:"spelling"`
	Best     knowledge.Lang `json:"best"`
	Points   float64        `json:"points"` // by which its "right at first" is behind
}

// maxGap is how many points a language may be behind the best.
const maxGap = 5

func gaps(groups []Group) []Gap {
	best := map[Spelling]Group{}
	for _, g := range groups {
		if b, ok := best[g.Spelling]; !ok || g.Right.Value() > b.Right.Value() {
			best[g.Spelling] = g
		}
	}
	var list []Gap
	for _, g := range groups {
		b := best[g.Spelling]
		if points := 100 * (b.Right.Value() - g.Right.Value()); points > maxGap {
			list = append(list, Gap{g.Lang, g.Spelling, b.Lang, points})
		}
	}
	return list
}

// Confusion is a pair of places that are taken for one another: worth more examples, other words, or one answer instead
// of two.
type Confusion struct {
	Wanted  string         `json:"wanted"` // the label
	Got     string         `json:"got"`    // the first target; "-" where nothing was understood
	Count   int            `json:"count"`
	Lang    knowledge.Lang `json:"lang"`    // of the example
	Example string         `json:"example"` // id of a question
}

const maxConfusions = 15

// confusions counts pairs over the languages.
type confusions struct {
	list []Confusion
}

func (c *confusions) add(l knowledge.Lang, seen []judged) {
	for i := range seen {
		v := &seen[i]
		switch v.outcome {
		case right, within, refusedOK, asked:
			continue
		}
		want, got := labelOf(v.Example), string(v.got)
		if got == "" {
			got = "-"
		}
		at := slices.IndexFunc(c.list, func(x Confusion) bool { return x.Wanted == want && x.Got == got })
		if at < 0 {
			at = len(c.list)
			c.list = append(c.list, Confusion{want, got, 0, l, v.ID})
		}
		c.list[at].Count++
	}
}

// top gives the most frequent pairs.
func (c *confusions) top(n int) []Confusion {
	slices.SortStableFunc(c.list, func(a, b Confusion) int {
		return cmp.Or(b.Count-a.Count, cmp.Compare(a.Wanted, b.Wanted), cmp.Compare(a.Got, b.Got))
	})
	return c.list[:min(n, len(c.list))]
}
