package understand

import (
	"math"
	"slices"
	"testing"

	"github.com/plainline/plainline/dialog"
)

// drill gives lessons in which one signal tells what is right and another says nothing.
func drill(n int) []lesson {
	list := make([]lesson, n)
	for i := range list {
		right, noise := i%2, float64(i*7%5)/5
		c := []candidate{{spot: "service/a", kind: ofService}, {spot: "", kind: ofNone}}
		for k := range c {
			c[k].x = signals{always: 1, topicScore: -1, length: noise}
		}
		c[right].x[topicScore] = 1
		list[i] = lesson{list: c, right: right, weight: 1}
	}
	return list
}

func TestTheRankerLearnsWhatTells(t *testing.T) {
	t.Parallel()
	lessons := drill(400)
	r := learnRanker(lessons)
	for i, l := range lessons {
		p := r.probabilities(l.list)
		if p[l.right] < 0.9 || math.Abs(p[0]+p[1]-1) > 1e-9 {
			t.Fatalf("lesson %d: probabilities %v, want the one at %d to be sure", i, p, l.right)
		}
	}
	again := learnRanker(drill(400))
	if again != r {
		t.Error("the same lessons taught two rankers")
	}
}

// Where a signal is as often wrong as right, it is not trusted.
func TestTheRankerIsCalibrated(t *testing.T) {
	t.Parallel()
	lessons := drill(400)
	for i := range lessons {
		if i%4 < 2 {
			lessons[i].right = 1 - lessons[i].right
		}
	}
	r := learnRanker(lessons)
	if p := r.probabilities(lessons[0].list); math.Abs(p[0]-0.5) > 0.05 {
		t.Errorf("a signal that is right half of the time gives %v, want about a half each", p)
	}
}

func TestLimit(t *testing.T) {
	t.Parallel()
	list := []guess{{0.9, 1, true}, {0.5, 1, false}, {0.8, 1, false}, {0.7, 2, true}, {0.4, 1, true}}
	for most, want := range map[float64]float64{0: 0.9, 1: 0.7, 2: 0.4} {
		if got := limit(slices.Clone(list), most); got != want {
			t.Errorf("wrong ones may weigh %v: limit %v, want %v", most, got, want)
		}
	}
	if got := limit(nil, 1); got != 1 {
		t.Errorf("nothing was guessed: limit %v, want 1", got)
	}
}

func TestRefusal(t *testing.T) {
	t.Parallel()
	var clear, mixed []guess
	for i := range 100 {
		p := float64(i) / 100
		clear = append(clear, guess{p, 1, p >= 0.4})
		mixed = append(mixed, guess{p, 1, i%2 == 0})
	}
	for name, test := range map[string]struct {
		list []guess
		want float64
	}{"told apart": {clear, 0.47}, "mixed": {mixed, usualRefuse}, "none": {nil, usualRefuse}} {
		if got := refusal(test.list); math.Abs(got-test.want) > 0.011 {
			t.Errorf("%s: refused from %v on, want %v", name, got, test.want)
		}
	}
}

// The service as such is nothing wrong where one of its sides was asked for; another side is.
func TestBeside(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		got, wanted dialog.Spot
		want        bool
	}{{"service/a", "fee/a", true}, {"fee/a", "service/a", true}, {"time/a", "fee/a", false}, {"service/b", "fee/a", false}, {"answer/a", "service/a", false}, {"fee/a", "", false}} {
		if got := beside(test.got, test.wanted); got != test.want {
			t.Errorf("%s for %q: beside it %v, want %v", test.got, test.wanted, got, test.want)
		}
	}
}

func TestTrustIsStored(t *testing.T) {
	t.Parallel()
	want := newTrust(drill(400), "service/a")
	got, err := readTrust(want.store())
	if err != nil || got != want {
		t.Errorf("stored and read: %v, %v; want %v", got, err, want)
	}
	if _, err := readTrust(nil); err == nil {
		t.Error("nothing was read without an error")
	}
}

func TestDecide(t *testing.T) {
	t.Parallel()
	l := &Learned{crisis: "answer/crisis"}
	m := &model{trust: trust{answer: 0.7, refuse: 0.5, crisis: 0.2}}
	ranked := func(list ...any) (out []Ranked) {
		for i := 0; i < len(list); i += 2 {
			out = append(out, Ranked{dialog.Spot(list[i].(string)), list[i+1].(float64)})
		}
		return out
	}
	tests := []struct {
		name    string
		chances chances
		want    []dialog.Spot
		doubt   bool
	}{
		{"sure", chances{ranked("fee/a", 0.8, "service/a", 0.1), 0.1}, []dialog.Spot{"fee/a"}, false},
		{"in danger", chances{ranked("fee/a", 0.75, "answer/crisis", 0.21), 0.04}, []dialog.Spot{"answer/crisis"}, false},
		{"not covered", chances{ranked("fee/a", 0.3, "service/a", 0.1), 0.6}, nil, false},
		{"perhaps in danger", chances{ranked("fee/a", 0.3, "answer/crisis", 0.11), 0.59}, []dialog.Spot{"answer/crisis"}, true},
		{"two", chances{ranked("service/a", 0.5, "service/b", 0.4, "fee/b", 0.01), 0.09}, []dialog.Spot{"service/a", "service/b"}, true},
		{"which side", chances{ranked("fee/a", 0.5, "time/a", 0.3), 0.2}, []dialog.Spot{"fee/a", "time/a", "service/a"}, true},
		{"a lone guess", chances{ranked("service/a", 0.25, "fee/b", 0.001), 0.4}, nil, false},
		{"a lone good guess", chances{ranked("service/a", 0.6, "fee/b", 0.001), 0.3}, []dialog.Spot{"service/a"}, true},
		{"never one where there are two", chances{ranked("service/a", 0.6, "fee/b", 0.005), 0.3}, []dialog.Spot{"service/a", "fee/b", "service/b"}, true},
		{"nothing likely", chances{ranked("service/a", 0.005, "service/b", 0.005), 0.3}, nil, false},
		{"many", chances{ranked("service/a", 0.2, "service/b", 0.2, "service/c", 0.2, "service/d", 0.2, "service/e", 0.2), 0}, []dialog.Spot{"service/a", "service/b", "service/c", "service/d"}, true},
		{"nothing", chances{}, nil, false},
	}
	for _, test := range tests {
		var out Meaning
		l.decide(m, &out, test.chances, Meaning{})
		if !slices.Equal(out.Targets, test.want) || out.Doubt != test.doubt {
			t.Errorf("%s: %v, in doubt %v; want %v, %v", test.name, out.Targets, out.Doubt, test.want, test.doubt)
		}
	}
	var named Meaning
	l.decide(m, &named, chances{ranked("fee/a", 0.45, "service/a", 0.4), 0.1}, Meaning{Targets: []dialog.Spot{"fee/a"}, whole: true})
	if named.Doubt || !slices.Equal(named.Targets, []dialog.Spot{"fee/a"}) {
		t.Errorf("named in full, and the likeliest: %+v, want an answer", named)
	}
	operator := &Learned{limits: Limits{Answer: 0.4, Refuse: 0.9}}
	var out Meaning
	operator.decide(m, &out, chances{ranked("fee/a", 0.45), 0.55}, Meaning{})
	if out.Doubt || len(out.Targets) != 1 {
		t.Errorf("with the operator's limits %+v: %+v, want an answer", operator.limits, out)
	}
}
