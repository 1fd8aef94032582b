package learn_test

import (
	"testing"

	"github.com/plainline/plainline/dialog/understand/learn"
)

func TestNoise(t *testing.T) {
	t.Parallel()
	const text = "Şəxsiyyət vəsiqəsi üçün hansı sənədlər lazımdır, zəhmət olmasa deyin"
	if got := learn.Noise(text, 1, learn.Clean); got != text {
		t.Errorf("no noise made of %q %q", text, got)
	}
	if got, want := learn.Noise("Şəxsiyyət й Ёж İL", 1, learn.NoMarks), "Sexsiyyet й Еж IL"; got != want {
		t.Errorf("without marks %q, want %q", got, want)
	}
	for _, k := range learn.Kinds()[1:] {
		changed, different := false, false
		for seed := range uint64(20) {
			a := learn.Noise(text, seed, k)
			if a != learn.Noise(text, seed, k) {
				t.Errorf("%s: seed %d makes different texts", k, seed)
			}
			changed = changed || a != text
			different = different || a != learn.Noise(text, seed+1, k)
		}
		if !changed || k != learn.NoMarks && !different {
			t.Errorf("%s: text changed %v, by seed %v; want both", k, changed, different)
		}
	}
}

func TestNoMarksChangesNothingFolded(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"Şəxsiyyət vəsiqəsi", "ёлка и йод", "Übergröße çox", "ĞIİ ğıi"} {
		if got, want := learn.Fold(learn.Noise(text, 0, learn.NoMarks)), learn.Fold(text); got != want {
			t.Errorf("%q: folded without marks %q, with them %q", text, got, want)
		}
	}
}

func FuzzNoise(f *testing.F) {
	f.Add("Şəxsiyyət vəsiqəsi for you", uint64(3))
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		for _, k := range learn.Kinds() {
			learn.Noise(text, seed, k)
		}
	})
}
