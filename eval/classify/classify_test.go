package classify_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/plainline/plainline/eval/classify"
)

// files opens files from memory.
func files(m map[string]string) func(string) (io.ReadCloser, error) {
	return func(name string) (io.ReadCloser, error) {
		s, ok := m[name]
		if !ok {
			return nil, fmt.Errorf("open %s: no such file", name)
		}
		return io.NopCloser(strings.NewReader(s)), nil
	}
}

// clock moves by a millisecond each time it is looked at.
func clock() func() time.Time {
	var t time.Time
	return func() time.Time { t = t.Add(time.Millisecond); return t }
}

func small() map[string]string {
	var train, test strings.Builder
	for _, l := range []string{"passport", "pension", "licence", "birth", "marriage", "address", "tax", "school"} {
		for i := range 5 {
			fmt.Fprintf(&train, "%s\tquestion %d about my %s please\n", l, i, l)
		}
		fmt.Fprintf(&test, "%s\tneed %s help\n", l, l)
	}
	return map[string]string{"train": train.String(), "test": test.String(), "oos": "oos\twho sings tonight\n"}
}

func TestRunPrintsText(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	c := classify.Config{Train: "train", Test: "test", OOS: "oos", Lang: "en", Open: files(small()), Now: clock()}
	if err := classify.Run(context.Background(), &out, c); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"8 labels, learned from 40 questions, tested with 8 and 1 out of scope, en",
		"clean   100.0 %", "\nall ", "AUROC 1.000", "p50 1ms"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("report has no %q:\n%s", want, out.String())
		}
	}
}

func TestRunPrintsJSON(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	c := classify.Config{Train: "train", JSON: true, Open: files(small()), Now: clock()}
	if err := classify.Run(context.Background(), &out, c); err != nil {
		t.Fatal(err)
	}
	var r classify.Report
	if err := json.Unmarshal(out.Bytes(), &r); err != nil {
		t.Fatal(err)
	}
	if r.Train+r.Test != 40 || r.Test == 0 || len(r.Noise) != 6 || r.Noise[0].Right.Of != r.Test {
		t.Errorf("report %+v, want a part of 40 questions held aside and six kinds of noise", r)
	}
}

func TestRunStopsWhenTold(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	c := classify.Config{Train: "train", Test: "test", Open: files(small()), Now: clock()}
	if err := classify.Run(ctx, io.Discard, c); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want that it was cancelled", err)
	}
}

func TestRunSaysWhatIsWrong(t *testing.T) {
	t.Parallel()
	all := small()
	all["bad"], all["empty"] = "a\tb\nno tab here\n", "\n\n"
	tests := []struct{ train, test, want string }{
		{"", "", "no training file"},
		{"missing", "", "open missing"},
		{"bad", "", `bad:2: no tab in "no tab here"`},
		{"empty", "test", "empty: too few questions"},
		{"train", "empty", "too few questions"},
	}
	for _, tt := range tests {
		c := classify.Config{Train: tt.train, Test: tt.test, Open: files(all), Now: clock()}
		err := classify.Run(context.Background(), io.Discard, c)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("train %q, test %q: error %v, want %q", tt.train, tt.test, err, tt.want)
		}
	}
}

func TestRead(t *testing.T) {
	t.Parallel()
	tests := []struct{ text, want string }{
		{"\ufeffa\tb c\r\n\n d \t e \n", "[{a b c} {d e}]"},
		{"a\tb\x00", "1: a zero byte; is it a text file?"},
		{"a\tb\n\xff\tc", "2: not UTF-8"},
		{"\tb", "1: no label before the tab"},
		{"a\t ", `1: no text after label "a"`},
		{"a\tb\tc", `1: a second tab after label "a"`},
		{"a\tb\n" + strings.Repeat("x", 70000), "2: longer than 65536 bytes"},
	}
	for _, tt := range tests {
		q, err := classify.Read(strings.NewReader(tt.text))
		got := fmt.Sprint(q)
		if err != nil {
			got = err.Error()
		}
		if got != tt.want {
			t.Errorf("Read(%.30q) = %s, want %s", tt.text, got, tt.want)
		}
	}
}

func TestHoldAsideKeepsEqualQuestionsTogether(t *testing.T) {
	t.Parallel()
	var all []classify.Question
	for i := range 1000 {
		all = append(all, classify.Question{Label: "a", Text: fmt.Sprintf("Question %d", i)}, classify.Question{Label: "a", Text: fmt.Sprintf("question %d?", i)})
	}
	rest, aside := classify.HoldAside(all, 5)
	if n := len(aside); n%2 != 0 || n < 300 || n > 500 || len(rest)+n != len(all) {
		t.Errorf("%d and %d of %d; want about a fifth aside, in pairs", len(rest), n, len(all))
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("a\tb\n\nc\td"))
	f.Fuzz(func(t *testing.T, b []byte) {
		q, err := classify.Read(bytes.NewReader(b))
		if err != nil && q != nil {
			t.Errorf("Read(%q) gives questions and the error %v", b, err)
		}
	})
}

func TestShare(t *testing.T) {
	t.Parallel()
	s := classify.NewShare(90, 100)
	if math.Abs(s.Low-0.826) > 0.001 || math.Abs(s.High-0.945) > 0.001 || s.String() != "90.0 % (82.6 to 94.5)" {
		t.Errorf("90 of 100 is %v from %.4f to %.4f, want the Wilson interval 0.826 to 0.945", s, s.Low, s.High)
	}
	if got := classify.NewShare(0, 0).String(); got != "-" {
		t.Errorf("none of none is %q, want -", got)
	}
}

func TestAUROC(t *testing.T) {
	t.Parallel()
	tests := []struct {
		in, out []float64
		want    float64
	}{
		{[]float64{3, 4}, []float64{1, 2}, 1},
		{[]float64{1, 2}, []float64{3, 4}, 0},
		{[]float64{1, 1}, []float64{1}, 0.5},
		{[]float64{1, 3}, []float64{2, 3}, 0.375},
		{nil, []float64{1}, 0},
	}
	for _, tt := range tests {
		if got := classify.AUROC(tt.in, tt.out); got != tt.want {
			t.Errorf("AUROC(%v, %v) = %v, want %v", tt.in, tt.out, got, tt.want)
		}
	}
}
