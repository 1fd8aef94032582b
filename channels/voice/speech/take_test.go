package speech_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/plainline/plainline/channels/voice/speech"
)

func TestCheck(t *testing.T) {
	t.Parallel()
	const words = "Pay at the desk."
	square := tone(200, speech.Rate, 1, 60000)
	for i, v := range tone(200, speech.Rate, 1, 32767) {
		square[i] = min(32767, max(-32768, 4*(v/2)))
		if v > 8000 {
			square[i] = 32767
		} else if v < -8000 {
			square[i] = -32768
		}
	}
	tests := map[string]struct {
		file []byte
		want string // empty: nothing is wrong
	}{
		"good":         {speech.EncodeWave(tone(200, speech.Rate, 1, 6000)), ""},
		"good, µ-law":  {speech.EncodeMuLaw(tone(200, speech.Rate, 1, 6000)), ""},
		"another form": {[]byte("ID3 is no WAV file at all"), "it is no WAV file"},
		"cut off":      {speech.EncodeWave(tone(200, speech.Rate, 1, 6000))[:9000], "the file ends before its sound does"},
		"silent":       {speech.EncodeWave(make(speech.Sound, speech.Rate)), "nobody speaks in it"},
		"soft":         {speech.EncodeWave(tone(200, speech.Rate, 1, 180)), "too soft, 48 dB under the loudest"},
		"too loud":     {speech.EncodeWave(square), "cut off at the loudest in"},
		"too long":     {speech.EncodeWave(tone(200, speech.Rate, 9, 6000)), "it lasts 9.0 s, and these words take 0.4 to 4.8 s"},
		"too short":    {speech.EncodeWave(tone(200, speech.Rate, 0.2, 6000)), "is it another recording?"},
	}
	for name, test := range tests {
		err := speech.Check(test.file, words)
		if (err == nil) != (test.want == "") || err != nil && !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %q", name, err, test.want)
		}
	}
}

func TestIndex(t *testing.T) {
	t.Parallel()
	want := []speech.Entry{
		{ID: "0123456789ab", Words: `Bring a "form", please`, TakenOn: 20261121},
		{ID: "aaaaaaaaaaaa", Words: "Pay, then wait", TakenOn: 20261120},
	}
	var b bytes.Buffer
	if err := speech.WriteIndex(&b, []speech.Entry{want[1], {ID: "0123456789ab", Words: "older"}, want[0]}); err != nil {
		t.Fatal(err)
	}
	got, err := speech.ReadIndex(fstest.MapFS{"prompts/en/index.csv": {Data: b.Bytes()}}, "en")
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("there and back: %+v, %v; want %+v", got, err, want)
	}
	if got, err := speech.ReadIndex(fstest.MapFS{}, "en"); err != nil || got != nil {
		t.Errorf("no index: %v, %v", got, err)
	}
	for name, text := range map[string]string{"no id": "id,words,taken_on\nx,y,2026-01-01\n", "two columns": "a,b\n"} {
		if _, err := speech.ReadIndex(fstest.MapFS{"prompts/en/index.csv": {Data: []byte(text)}}, "en"); err == nil || !strings.Contains(err.Error(), "prompts/en/index.csv") {
			t.Errorf("%s: %v, want an error that names the file", name, err)
		}
	}
}
