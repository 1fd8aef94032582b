package classify_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/plainline/plainline/dialog/understand/learn"
	"github.com/plainline/plainline/eval/classify"
)

// The question sets lie beside the checkout and are no part of it.
const sets = "../../../shared/data/questions"

// bar is what must be reached on a set, in per cent; 0 asks for nothing.
type bar struct {
	set           string
	quick         bool // measured in every test run; the others take minutes, and PLAINLINE_BARS=1 to be set
	right, noisy  float64
	auroc         float64
	good, refused float64
}

var bars = []bar{
	{set: "banking77_10", right: 75},
	{set: "clinc150_10", right: 80, auroc: 0.92},
	{set: "massive_az_10", quick: true, right: 60},
	{set: "banking77", right: 91},
	{set: "clinc150", right: 92.5, auroc: 0.95, good: 97, refused: 90},
	{set: "massive_az", right: 83.5, noisy: 72},
	{set: "massive_sw", right: 83, noisy: 72},
	{set: "massive_ru", right: 83.5, noisy: 72},
	{set: "massive_en", right: 85, noisy: 72},
}

func TestBars(t *testing.T) {
	if _, err := os.Stat(sets); err != nil {
		t.Skipf("SKIPPED: no question sets in %s; nothing says how good the matcher is", sets)
	}
	for _, b := range bars {
		if !b.quick && os.Getenv("PLAINLINE_BARS") == "" {
			continue
		}
		t.Run(b.set, func(t *testing.T) {
			r, err := classify.Measure(context.Background(), held(t, b.set), classify.Config{Now: time.Now})
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("%s\n%s", b.set, r)
			b.check(t, r)
		})
	}
}

func (b bar) check(t *testing.T, r *classify.Report) {
	clean, all := r.Noise[0], r.Noise[len(r.Noise)-1]
	for _, c := range []struct {
		what      string
		got, want float64
	}{
		{"right at first", 100 * clean.Right.Value(), b.right},
		{"right under all noise", 100 * all.Right.Value(), b.noisy},
		{"AUROC", r.AUROC, b.auroc},
		{"right of answered", 100 * clean.Good.Value(), b.good},
		{"refused of those out of scope", 100 * r.Refused.Value(), b.refused},
	} {
		if c.got < c.want {
			t.Errorf("%s: %s is %.3f, want %.3f", b.set, c.what, c.got, c.want)
		}
	}
	if marks := r.Noise[1]; marks.Right != clean.Right {
		t.Errorf("%s: without diacritics %v right, with them %v; want no difference", b.set, marks.Right, clean.Right)
	}
}

// held gives a set with what is held aside of it: the validation part where there is one, else a part of the training
// file, which for banking77_10 has 25 questions of each label, none of them among the ten.
func held(t *testing.T, set string) (s classify.Sets) {
	t.Helper()
	s.Train = read(t, set, "train.tsv")
	switch set {
	case "banking77":
		s.Train, s.Test = classify.HoldAside(s.Train, 5)
	case "banking77_10":
		s.Test = others(read(t, "banking77", "train.tsv"), s.Train, 25)
	default:
		s.Test = read(t, strings.TrimSuffix(set, "_10"), "val.tsv")
	}
	if strings.HasPrefix(set, "clinc") {
		s.OOS = read(t, set, "oos_val.tsv")
	}
	return s
}

// others gives the first n questions of each label that are not among the known.
func others(all, known []classify.Question, n int) (list []classify.Question) {
	seen := map[string]bool{}
	for _, q := range known {
		seen[learn.Fold(q.Text)] = true
	}
	count := map[string]int{}
	for _, q := range all {
		if count[q.Label] < n && !seen[learn.Fold(q.Text)] {
			count[q.Label]++
			list = append(list, q)
		}
	}
	return slices.Clip(list)
}

func read(t *testing.T, set, file string) []classify.Question {
	t.Helper()
	f, err := os.Open(filepath.Join(sets, set, file))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	q, err := classify.Read(f)
	if err != nil {
		t.Fatalf("%s/%s:%v", set, file, err)
	}
	return q
}
