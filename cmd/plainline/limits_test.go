package main

import (
	"testing"

	"github.com/plainline/plainline/dialog/understand"
)

func TestLimits(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		flags limitFlags
		env   map[string]string
		want  understand.Limits
		fails bool
	}{
		{"nothing said", limitFlags{}, nil, understand.Limits{}, false},
		{"flags", limitFlags{AnswerFrom: 0.9, AskFrom: 0.1, RefuseFrom: 0.4}, nil, understand.Limits{Answer: 0.9, Ask: 0.1, Refuse: 0.4}, false},
		{"the environment", limitFlags{}, map[string]string{"PLAINLINE_REFUSE_FROM": "0.3"}, understand.Limits{Refuse: 0.3}, false},
		{"a flag goes first", limitFlags{AnswerFrom: 0.9}, map[string]string{"PLAINLINE_ANSWER_FROM": "0.5"}, understand.Limits{Answer: 0.9}, false},
		{"per cent", limitFlags{AnswerFrom: 80}, nil, understand.Limits{}, true},
		{"below nothing", limitFlags{AskFrom: -0.1}, nil, understand.Limits{}, true},
		{"words", limitFlags{}, map[string]string{"PLAINLINE_ASK_FROM": "often"}, understand.Limits{}, true},
		{"no number at all", limitFlags{}, map[string]string{"PLAINLINE_ASK_FROM": "NaN"}, understand.Limits{}, true},
	}
	for _, test := range tests {
		h := &host{getenv: func(name string) string { return test.env[name] }}
		got, err := test.flags.limits(h)
		if (err != nil) != test.fails || !test.fails && got != test.want {
			t.Errorf("%s: %+v, %v; want %+v, an error %v", test.name, got, err, test.want, test.fails)
		}
	}
}
