package questions_test

import (
	"bytes"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/plainline/plainline/eval/questions"
)

func TestMask(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"how much is a passport":                   "how much is a passport",
		"child under 14, 2 photos":                 "child under 14, 2 photos",
		"my number is 0501234567":                  "my number is #",
		"call +994 (50) 123-45-67 please":          "call +# please",
		"born 12.05.1987":                          "born #",
		"AZE12345678 is lost":                      "# is lost",
		"my fin 5ABC1D2":                           "my fin #",
		"write to anna.k@mail.example now":         "write to # now",
		"@anna asks":                               "# asks",
		"My name is Anna Smith and I need a paper": "My name is # I need a paper",
		"mənim adım Aygün Əliyeva, vəsiqə itib":    "mənim adım # itib",
		"Salam,adim Elvin pasport":                 "Salam,adim #",
		"меня зовут Иван Иванов Иванович, паспорт?": "меня зовут # паспорт?",
		"МЕНЯ ЗОВУТ ИВАН":          "МЕНЯ ЗОВУТ #",
		"adımı dəyişmək istəyirəm": "adımı dəyişmək istəyirəm",
		"form  27\tplease":         "form 27 please",
	} {
		if got := questions.Mask(in); got != want {
			t.Errorf("Mask(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzMask(f *testing.F) {
	f.Add("меня зовут Иван, +994 50 123 45 67, a@b.c")
	f.Add("12 34")
	f.Fuzz(func(t *testing.T, text string) {
		masked, run := questions.Mask(text), 0
		for _, r := range masked {
			if unicode.IsNumber(r) {
				run++
			} else {
				run = 0
			}
			if run == 4 {
				t.Fatalf("Mask(%q) = %q keeps a number of four digits", text, masked)
			}
		}
	})
}

var noon = time.Date(2026, 11, 20, 12, 34, 56, 0, time.UTC)

func TestADoubtfulQuestionHasNoHour(t *testing.T) {
	t.Parallel()
	m := script{"pasport 12345": sure(among("service/passport service/pension"), 0.4)}
	d := questions.NewDoubtful(m, "en", "pasport 12345", noon)
	if d.Text != "pasport #" || !d.At.Equal(noon.Truncate(24*time.Hour)) || d.Probability != 0.4 || len(d.Targets) != 2 {
		t.Errorf("got %+v, want it masked, of the day alone, with two targets", d)
	}
	if d.Expired(noon.Add(29*24*time.Hour)) || !d.Expired(noon.Add(31*24*time.Hour)) {
		t.Error("a doubtful question is kept for 30 days, no more and no less")
	}
}

func TestReadDoubtfulPassesOverBrokenLines(t *testing.T) {
	t.Parallel()
	var file bytes.Buffer
	want := []questions.Doubtful{{At: noon, Lang: "en", Text: "one <&>"}, {At: noon, Lang: "az", Text: "iki"}}
	if err := questions.WriteDoubtful(&file, want[:1]); err != nil {
		t.Fatal(err)
	}
	file.WriteString("{\"at\":\n\n{}\n" + strings.Repeat("long", 20_000) + "\n")
	if err := questions.WriteDoubtful(&file, want[1:]); err != nil {
		t.Fatal(err)
	}
	got, broken, err := questions.ReadDoubtful(&file)
	if err != nil || broken != 4 || len(got) != 2 || got[0].Text != want[0].Text || got[1].Lang != "az" {
		t.Errorf("got %+v, %d broken, error %v; want %+v, 4 broken", got, broken, err, want)
	}
}

func FuzzReadDoubtful(f *testing.F) {
	f.Add([]byte(`{"at":"2026-11-20T00:00:00Z","lang":"en","text":"one","targets":["fee/passport"],"probability":0.4}` + "\n{"))
	f.Fuzz(func(t *testing.T, data []byte) {
		list, _, err := questions.ReadDoubtful(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("%q: %v", data, err)
		}
		var again bytes.Buffer
		if err := questions.WriteDoubtful(&again, list); err != nil {
			t.Skip(err) // a year that JSON does not write
		}
	})
}
