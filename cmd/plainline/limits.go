package main

import (
	"fmt"
	"strconv"

	"github.com/plainline/plainline/dialog/understand"
)

// limitFlags are the probabilities that decide whether a question is answered, asked back or refused.
type limitFlags struct {
	AnswerFrom float64 `placeholder:"P" help:"Answer a question from this probability on, 0 to 1; read it off the table of risk and coverage that plainline eval prints. Default: $PLAINLINE_ANSWER_FROM, else what each language learned of itself."`
	AskFrom    float64 `placeholder:"P" help:"Ask back about a place from this probability on. Default: $PLAINLINE_ASK_FROM, else the usual one."`
	RefuseFrom float64 `placeholder:"P" help:"Refuse a question from this probability on that the base does not cover it. Default: $PLAINLINE_REFUSE_FROM, else what each language learned of itself."`
}

// limits gives what was asked for; what is 0 is left to the matcher.
func (f limitFlags) limits(h *host) (understand.Limits, error) {
	l := understand.Limits{Answer: f.AnswerFrom, Ask: f.AskFrom, Refuse: f.RefuseFrom}
	for _, v := range []struct {
		flag, variable string
		value          *float64
	}{
		{"-answer-from", "PLAINLINE_ANSWER_FROM", &l.Answer},
		{"-ask-from", "PLAINLINE_ASK_FROM", &l.Ask},
		{"-refuse-from", "PLAINLINE_REFUSE_FROM", &l.Refuse},
	} {
		name := v.flag
		if said := h.getenv(v.variable); *v.value == 0 && said != "" {
			p, err := strconv.ParseFloat(said, 64)
			if name = v.variable; err != nil {
				return l, hint(fmt.Errorf("%s holds %q, which is no number", name, said), "write a probability, as 0.8")
			}
			*v.value = p
		}
		if !(*v.value >= 0 && *v.value <= 1) {
			return l, hint(fmt.Errorf("%s is %v, which is no probability", name, *v.value), "write a number from 0 to 1, as 0.8")
		}
	}
	return l, nil
}
