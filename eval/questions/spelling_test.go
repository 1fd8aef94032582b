package questions_test

import (
	"testing"

	"github.com/plainline/plainline/eval/questions"
)

func TestSpellings(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		spelling questions.Spelling
		text     string
		want     []string // one of these
	}{
		{questions.Written, "Şəxsiyyət vəsiqəsi?", []string{"Şəxsiyyət vəsiqəsi?"}},
		{questions.Bare, "Şəxsiyyət vəsiqəsi?", []string{"Sexsiyyet vesiqesi?"}},
		{questions.NineKey, "Şəxsiyyət vəsiqəsi?", []string{"shexsiyyet vesiqesi", "wexsiyyet vesiqesi"}},
		{questions.NineKey, "İlk dəfə, qeydiyyat!", []string{"ilk defe qeydiyyat"}},
		{questions.NineKey, "Ещё раз: мой паспорт", []string{"еще раз мой паспорт"}},
		{questions.NineKey, "What's the price?", []string{"whats the price"}},
	} {
		got := c.spelling.Write(c.text)
		ok := false
		for _, w := range c.want {
			ok = ok || got == w
		}
		if !ok {
			t.Errorf("%s of %q: got %q, want one of %q", c.spelling, c.text, got, c.want)
		}
	}
}

func TestNoiseIsTheSameEveryTime(t *testing.T) {
	t.Parallel()
	const text = "How much is the passport of a child under fourteen"
	first := questions.Noisy.Write(text)
	if first == text || first != questions.Noisy.Write(text) {
		t.Errorf("noise of %q: %q, then %q", text, first, questions.Noisy.Write(text))
	}
}
