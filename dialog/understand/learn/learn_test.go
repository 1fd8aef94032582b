package learn_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/plainline/plainline/dialog/understand/learn"
)

// examples are forty labels with eight questions each, made of words of their own and of words that all share.
func examples() []learn.Example {
	things := strings.Fields(`passport licence pension birth marriage divorce address disability water electricity gas
		garbage school kindergarten university doctor hospital vaccine dog cat bicycle car lorry parking bridge tunnel
		tax customs import export company shop restaurant hotel museum library park garden forest river`)
	ways := []string{"how do I get a %s", "what does a %s cost", "where is the office for %s", "documents for %s please",
		"I have lost my %s", "how long does %s take", "my %s is too old", "need help with %s now"}
	var list []learn.Example
	for _, t := range things {
		for _, w := range ways {
			list = append(list, learn.Example{Label: t, Text: fmt.Sprintf(w, t)})
		}
	}
	return list
}

func TestClassify(t *testing.T) {
	t.Parallel()
	m := learn.Train(examples(), learn.Options{})
	tests := []struct{ text, want string }{
		{"a new passport, where?", "passport"},
		{"PASPORT lost", "passport"},
		{"how much for a vaccin", "vaccine"},
		{"Kindergärten", "kindergarten"},
	}
	for _, tt := range tests {
		r := m.Classify(tt.text, 3)
		if len(r.Candidates) != 3 || r.Candidates[0].Label != tt.want {
			t.Errorf("Classify(%q) = %+v, want %s first of three", tt.text, r, tt.want)
			continue
		}
		if r.EvidenceLabel != tt.want || r.Evidence == "" {
			t.Errorf("Classify(%q): evidence %q of %q, want one of %q", tt.text, r.Evidence, r.EvidenceLabel, tt.want)
		}
		for i, c := range r.Candidates {
			if c.Probability < 0 || c.Probability > 1 || i > 0 && c.Probability > r.Candidates[i-1].Probability {
				t.Errorf("Classify(%q): probabilities %+v, want falling ones between 0 and 1", tt.text, r.Candidates)
			}
		}
	}
}

func TestUnknownIsDoubted(t *testing.T) {
	t.Parallel()
	m := learn.Train(examples(), learn.Options{})
	known, unknown := m.Classify("what does a passport cost", 1), m.Classify("who sings tonight at the opera", 1)
	if known.InScope < 0.7 || unknown.InScope > 0.4 || unknown.Coverage >= known.Coverage {
		t.Errorf("known question %+v, unknown %+v: want the first trusted and the second doubted", known, unknown)
	}
}

func TestOutOfScopeShareMakesCautious(t *testing.T) {
	t.Parallel()
	const q = "parkng fee"
	few := learn.Train(examples(), learn.Options{OutOfScope: 0.05}).Classify(q, 1)
	many := learn.Train(examples(), learn.Options{OutOfScope: 0.7}).Classify(q, 1)
	if few.InScope <= many.InScope {
		t.Errorf("%q in scope with probability %.2f where few questions are out of it, %.2f where many are; want less there", q, few.InScope, many.InScope)
	}
}

func TestTrainingTwiceMakesTheSameBytes(t *testing.T) {
	t.Parallel()
	var stored [2][]byte
	var wg sync.WaitGroup
	for i := range stored {
		wg.Go(func() { stored[i], _ = learn.Train(examples(), learn.Options{Seed: 7}).MarshalBinary() })
	}
	wg.Wait()
	if !bytes.Equal(stored[0], stored[1]) {
		t.Error("two models of the same examples differ")
	}
}

func TestStoredModelAnswersTheSame(t *testing.T) {
	t.Parallel()
	m := learn.Train(examples(), learn.Options{})
	b, err := m.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	var back learn.Model
	if err := back.UnmarshalBinary(b); err != nil {
		t.Fatal(err)
	}
	for _, e := range examples() {
		text := learn.Noise(e.Text, 1, learn.All)
		if got, want := fmt.Sprint(back.Classify(text, 5)), fmt.Sprint(m.Classify(text, 5)); got != want {
			t.Fatalf("Classify(%q) of the stored model:\n got %s\nwant %s", text, got, want)
		}
	}
	again, _ := back.MarshalBinary()
	if !bytes.Equal(b, again) {
		t.Error("a model that was read is stored differently")
	}
	if err := back.UnmarshalBinary(b[:len(b)-1]); err == nil {
		t.Error("a model cut short was read without an error")
	}
	b[len("plainline-learn")+1]++
	if err := back.UnmarshalBinary(b); err == nil || !strings.Contains(err.Error(), "another version") {
		t.Errorf("a model of another version: error %v, want one that says so", err)
	}
}

func TestSmallAndEmptyBases(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name     string
		examples []learn.Example
		want     int
	}{
		{"nothing", nil, 0},
		{"nothing to read", []learn.Example{{Label: "a", Text: "?!"}, {Label: "", Text: "b"}}, 0},
		{"one example", []learn.Example{{Label: "a", Text: "hello there"}}, 1},
		{"one label", []learn.Example{{Label: "a", Text: "hello"}, {Label: "a", Text: "hi hello"}}, 1},
		{"two labels", []learn.Example{{Label: "a", Text: "hello"}, {Label: "b", Text: "bye"}}, 2},
	}
	for _, tt := range tests {
		r := learn.Train(tt.examples, learn.Options{}).Classify("hello", 5)
		if len(r.Candidates) != tt.want || tt.want > 0 && r.Candidates[0].Label != "a" {
			t.Errorf("%s: %+v, want %d candidates, a first", tt.name, r, tt.want)
		}
	}
	var zero learn.Model
	if r := zero.Classify("hello", 1); len(r.Candidates) != 0 {
		t.Errorf("a model that learned nothing says %+v", r)
	}
	if r := learn.Train(examples(), learn.Options{}).Classify("", 1); len(r.Candidates) != 0 || r.InScope != 0 {
		t.Errorf("no question at all: %+v, want nothing", r)
	}
}

func TestProgressEndsAtTotal(t *testing.T) {
	t.Parallel()
	last, of := 0, 0
	learn.Train(examples(), learn.Options{Progress: func(done, total int) {
		if done < last || done > total {
			t.Errorf("progress %d of %d after %d", done, total, last)
		}
		last, of = done, total
	}})
	if last == 0 || last != of {
		t.Errorf("progress ended at %d of %d", last, of)
	}
}

func TestManyCallersAtOnce(t *testing.T) {
	t.Parallel()
	m := learn.Train(examples(), learn.Options{})
	want := fmt.Sprint(m.Classify("old passport", 3))
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				if got := fmt.Sprint(m.Classify("old passport", 3)); got != want {
					t.Errorf("among many callers %s, alone %s", got, want)
				}
				m.Classify("another question about a bridge", 3)
			}
		})
	}
	wg.Wait()
}

// Every damaged bit is noticed.
func TestDamageIsNoticed(t *testing.T) {
	t.Parallel()
	b := learn.MarshalNumbers([]float64{1, 2.5, -3})
	if list, err := learn.UnmarshalNumbers(b); err != nil || fmt.Sprint(list) != "[1 2.5 -3]" {
		t.Fatalf("stored and read: %v, %v", list, err)
	}
	for i := range b {
		for bit := range 8 {
			damaged := bytes.Clone(b)
			damaged[i] ^= 1 << bit
			if list, err := learn.UnmarshalNumbers(damaged); err == nil {
				t.Errorf("bit %d of byte %d turned: read %v without an error", bit, i, list)
			}
		}
	}
}

func FuzzUnmarshal(f *testing.F) {
	m := learn.Train(examples()[:32], learn.Options{})
	b, _ := m.MarshalBinary()
	l, _ := learn.TrainLanguage(map[string][]string{"en": {"hello there"}, "az": {"salam necə"}}).MarshalBinary()
	for _, b := range [][]byte{b, b[:len(b)/2], l, learn.MarshalNumbers([]float64{1})} {
		f.Add(b)
		f.Add(b[:max(len(b)-4, 0)]) // the checksum is added below
	}
	f.Fuzz(func(_ *testing.T, b []byte) {
		for _, b := range [][]byte{b, learn.Seal(b)} {
			var m learn.Model
			if m.UnmarshalBinary(b) == nil {
				m.Classify("what does a passport cost", 3)
			}
			var l learn.Language
			if l.UnmarshalBinary(b) == nil {
				l.Guess("salam hello")
			}
			learn.UnmarshalNumbers(b)
		}
	})
}

// What Read shows is what Classify goes by.
func TestReadShowsTheSame(t *testing.T) {
	t.Parallel()
	m := learn.Train(examples(), learn.Options{Raw: true})
	var r learn.Reading
	for _, e := range examples() {
		m.Read(e.Text, &r)
		c := m.Classify(e.Text, 1)
		best := slices.Index(r.Scores, slices.Max(r.Scores))
		if m.Labels()[best] != c.Candidates[0].Label || r.Nearest != c.Evidence || r.WordCover != c.Coverage {
			t.Errorf("%q: read %+v, classified %+v", e.Text, r, c)
		}
	}
}

func BenchmarkClassify(b *testing.B) {
	m := learn.Train(examples(), learn.Options{})
	b.ReportAllocs()
	for b.Loop() {
		m.Classify("how long does it take to get a new passport", 4)
	}
}

func ExampleTrain() {
	m := learn.Train([]learn.Example{
		{Label: "passport", Text: "how do I get a passport"},
		{Label: "passport", Text: "what does a passport cost"},
		{Label: "pension", Text: "when do I get my pension"},
		{Label: "pension", Text: "how high is the pension"},
	}, learn.Options{})
	r := m.Classify("PASPORT price", 1)
	fmt.Println(r.Candidates[0].Label, "as in:", r.Evidence)
	// Output: passport as in: what does a passport cost
}
