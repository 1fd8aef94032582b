package transcript_test

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/plainline/plainline/eval/transcript"
	"github.com/plainline/plainline/knowledge/knowledgetest"
	"github.com/plainline/plainline/knowledge/sample"
)

var update = flag.Bool("update", false, "rewrite the stories of the demonstration base as they come out now")

// Every story of the demonstration base is true. With -update they are rewritten: review the difference as text that a
// person will hear.
func TestSample(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	base, paths := sample.FS(), []string(nil)
	if *update {
		const folder = "../../knowledge/sample"
		base, paths = os.DirFS(folder), []string{folder + "/" + transcript.Folder}
	}
	failed, err := transcript.Run(t.Context(), &out, base, nil, paths, *update)
	if err != nil || failed > 0 {
		t.Errorf("%d stories failed, %v\n%s", failed, err, out.String())
	}
}

const reloaded = `The base is loaded again in the middle of a talk.
~ on 2026-11-21 12:00

-- ussd en --
> passport fee
~ read on
# now the editors act
~ replace services/passport/service.yaml "amount: 20, waivers" -> "amount: 21, waivers"
~ reload
> passport fee
~ read on
= repeated

-- terminal en --
~ dial
> 1
~ hang up
~ 31 minutes
~ dial
`

func TestPlayIsRepeatable(t *testing.T) {
	t.Parallel()
	p, err := transcript.NewPlayer(knowledgetest.Small(), nil)
	if err != nil {
		t.Fatal(err)
	}
	once, err := p.Replay(t.Context(), []byte(reloaded))
	if err != nil {
		t.Fatal(err)
	}
	twice, err := p.Replay(t.Context(), once)
	if err != nil {
		t.Fatal(err)
	}
	if d := transcript.Diff("twice", once, twice); d != "" {
		t.Errorf("a story that was updated is not true:\n%s", d)
	}
	for _, want := range []string{"\n< ", "\n# now the editors act\n", "\n= ", "21"} {
		if !bytes.Contains(once, []byte(want)) {
			t.Errorf("the story lacks %q:\n%s", want, once)
		}
	}
}

func TestPlayErrors(t *testing.T) {
	t.Parallel()
	p, err := transcript.NewPlayer(knowledgetest.Small(), nil)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ story, want string }{
		{"-- ussd --\n", `1: section "ussd": write channel and language`},
		{"-- ussd xx --\n", `1: section "ussd xx": the base has no language "xx"`},
		{"-- fax en --\n", `1: there is no channel "fax"`},
		{"-- ussd en 99 --\n", `1: there is no screen "ussd-99"`},
		{"-- file ../x --\n", `1: section "file ../x": write -- file PATH --`},
		{"-- ussd en --\nhello\n", `2: "hello": a line begins with`},
		{"-- ussd en --\n~ rain\n", `2: nothing happens by "rain"`},
		{"-- ussd en --\n~ on Sunday\n", `2: "Sunday" is not a day and a time`},
		{"~ reload\n-- ussd en --\n", `1: before the first section only on and replace`},
		{"-- ussd en --\n~ replace base.yaml \"no such\" -> \"x\"\n", `2: edit the base: base.yaml holds "no such" 0 times, not once`},
		{"-- ussd en --\n~ replace base.yaml old -> new\n", `2: write ~ replace PATH "old" -> "new"`},
		{"-- ussd en --\n~ replace base.yaml \"format: 1\" -> \"format: 7\"\n~ reload\n", `3: load the base: base.yaml:1:1`},
		{"-- terminal en --\n~ again\n", `2: this channel has no gateway`},
		{"\xff", "1: the file is not UTF-8 text"},
	}
	for _, tt := range tests {
		_, err := p.Replay(t.Context(), []byte(tt.story))
		if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("play %q: got error %v, want %s", tt.story, err, tt.want)
		}
	}
}

func TestOverlayIsReloaded(t *testing.T) {
	t.Parallel()
	base := knowledgetest.Small()
	changed := strings.Replace(string(base["services/passport/service.yaml"].Data), "amount: 20, waivers", "amount: 21, waivers", 1)
	story := "-- file services/passport/service.yaml --\n" + changed + "-- terminal en --\n~ reload\n> passport fee\n> 2\n"
	p, err := transcript.NewPlayer(base, nil)
	if err != nil {
		t.Fatal(err)
	}
	got, err := p.Replay(t.Context(), []byte(story))
	if err != nil {
		t.Fatal(err)
	}
	if _, talk, _ := strings.Cut(string(got), "-- terminal"); !strings.Contains(talk, "21") {
		t.Errorf("the edited amount is not told:\n%s", talk)
	}
}

func TestDiff(t *testing.T) {
	t.Parallel()
	got := transcript.Diff("a.txtar", []byte("one\ntwo\nthree\nfour\n"), []byte("one\n2\n2.5\nthree\nfour\nfive\n"))
	want := "a.txtar:2: not as it came out\n\t- two\n\t+ 2\n\t+ 2.5\na.txtar:5: not as it came out\n\t+ five\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(reloaded))
	f.Add([]byte("x\r\n-- file a/b --\n> no talk\n-- ussd en 160 --\n<\n<+\n<+ a\n=\n#\n\n~ end\n> "))
	f.Add([]byte("--  --\n-- a --\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		once, err := transcript.Parse(data)
		if err != nil {
			return
		}
		text := transcript.Format(once)
		twice, err := transcript.Parse(text)
		if err != nil {
			t.Fatalf("what was written cannot be read: %v\n%q", err, text)
		}
		if again := transcript.Format(twice); !bytes.Equal(text, again) {
			t.Fatalf("got %q, want %q", again, text)
		}
	})
}
