package eligibility

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// Report is what a simulation found.
type Report struct {
	On         string  `json:"on"`
	People     int     `json:"people"`
	Yes        float64 `json:"yes"`
	Seed       uint64  `json:"seed"`
	EqualCost  bool    `json:"equal_cost"`
	Services   int     `json:"services"` // with a rule
	Facts      int     `json:"facts"`    // on which some rule hangs
	Goals      []Row   `json:"goals"`
	OneService Row     `json:"one_service"`
	DontKnow   []Doubt `json:"dont_know"`
}

// Row is one goal: how many questions each way of asking takes.
type Row struct {
	Goal     string `json:"goal"`
	ID       string `json:"id"`
	Services int    `json:"services"`
	Facts    int    `json:"facts"`
	All      Count  `json:"ask_all"`
	Fixed    Count  `json:"fixed_order"`
	Ours     Count  `json:"ours"`

	FixedDecided []float64 `json:"fixed_decided,omitempty"` // share of the services decided after 0, 1, 2 … questions
	OursDecided  []float64 `json:"ours_decided,omitempty"`
	FixedUntil90 float64   `json:"fixed_until_90,omitempty"` // questions until 90 % of the services are decided, on average
	OursUntil90  float64   `json:"ours_until_90,omitempty"`
}

// Count says how many questions people were asked.
type Count struct {
	Mean   float64 `json:"mean"`
	Median int     `json:"median"`
	P95    int     `json:"p95"`
}

// Doubt is what comes of people who skip questions.
type Doubt struct {
	Chance    float64 `json:"chance"` // of a skip
	Questions Count   `json:"questions"`
	Open      float64 `json:"open"`  // share of the services left undecided
	Wrong     int     `json:"wrong"` // decisions that contradict the whole truth
}

// Wrong counts the decisions that contradict the whole truth.
func (r *Report) Wrong() (n int) {
	for _, d := range r.DontKnow {
		n += d.Wrong
	}
	return n
}

func count(questions []int) Count {
	if len(questions) == 0 {
		return Count{}
	}
	slices.Sort(questions)
	sum := 0
	for _, n := range questions {
		sum += n
	}
	last := len(questions) - 1
	return Count{Mean: float64(sum) / float64(len(questions)), Median: questions[last/2], P95: questions[last*95/100]}
}

// shares adds up how many rules are decided after each question.
type shares struct {
	talks [][]int
	rules int
}

func (s *shares) add(decided []int, rules int) {
	s.talks, s.rules = append(s.talks, decided), rules
}

// after gives the share of the rules that are decided after 0, 1, 2 … questions.
func (s *shares) after() []float64 {
	longest := 0
	for _, t := range s.talks {
		longest = max(longest, len(t))
	}
	out := make([]float64, longest)
	for k := range out {
		sum := 0
		for _, t := range s.talks {
			sum += t[min(k, len(t)-1)]
		}
		out[k] = float64(sum) / float64(len(s.talks)*s.rules)
	}
	return out
}

// until90 gives the mean number of questions until nine of ten rules are decided.
func (s *shares) until90() float64 {
	sum := 0
	for _, t := range s.talks {
		k := 0
		for k < len(t)-1 && 10*t[k] < 9*s.rules {
			k++
		}
		sum += k
	}
	return float64(sum) / float64(max(len(s.talks), 1))
}

// Text writes the report as tables.
func (r *Report) Text(w io.Writer) error {
	var b strings.Builder
	cost := "costs, pins and sensitivity as the base says"
	if r.EqualCost {
		cost = "every question costs the same"
	}
	fmt.Fprintf(&b, "%d made-up people, yes with probability %g, seed %d, on %s; %s.\n", r.People, r.Yes, r.Seed, r.On, cost)
	fmt.Fprintf(&b, "%d services with rules hang on %d facts. No figure says what real people answer.\n", r.Services, r.Facts)
	fmt.Fprintf(&b, "\nQuestions until the goal is reached\n%-40s %8s %5s  %16s  %16s  %16s\n", "", "", "", "ask all", "fixed order", "ours")
	fmt.Fprintf(&b, "%-40s %8s %5s  %16s  %16s  %16s\n", "goal", "services", "facts", "mean median p95", "mean median p95", "mean median p95")
	for _, row := range append(slices.Clone(r.Goals), r.OneService) {
		fmt.Fprintf(&b, "%-40s %8d %5d  %s  %s  %s\n", row.Goal, row.Services, row.Facts, row.All, row.Fixed, row.Ours)
	}
	for _, row := range r.Goals {
		if row.ID == "everything" {
			decidedTable(&b, row)
		}
	}
	b.WriteString("\nEverything, with questions skipped (\"I don't know, or rather not say\")\n")
	fmt.Fprintf(&b, "%-10s %16s  %10s  %s\n", "skipped", "mean median p95", "left open", "wrong decisions")
	for _, d := range r.DontKnow {
		fmt.Fprintf(&b, "%-10s %16s  %9.1f%%  %d\n", fmt.Sprintf("%.0f %%", d.Chance*100), d.Questions, d.Open*100, d.Wrong)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// String writes a count as wide as its column.
func (c Count) String() string { return fmt.Sprintf("%7.2f %4d %3d", c.Mean, c.Median, c.P95) }

func decidedTable(b *strings.Builder, row Row) {
	fmt.Fprintf(b, "\nServices decided after so many questions (%s); 90 %% are after %.1f in fixed order, %.1f in ours\n", row.Goal, row.FixedUntil90, row.OursUntil90)
	fmt.Fprintf(b, "%-12s", "questions")
	for k := 1; k <= 10; k++ {
		fmt.Fprintf(b, "%6d", k)
	}
	for _, line := range []struct {
		name   string
		shares []float64
	}{{"fixed order", row.FixedDecided}, {"ours", row.OursDecided}} {
		fmt.Fprintf(b, "\n%-12s", line.name)
		for k := 1; k <= 10; k++ {
			fmt.Fprintf(b, "%5.0f%%", 100*line.shares[min(k, len(line.shares)-1)])
		}
	}
	b.WriteString("\n")
}
