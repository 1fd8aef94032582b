package stamp_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
	"github.com/plainline/plainline/knowledge/stamp"
)

// folder is a base in memory that can be written to.
type folder struct{ fstest.MapFS }

func (f folder) WriteFile(path string, data []byte) error {
	f.MapFS[path] = &fstest.MapFile{Data: data}
	return nil
}

func (f folder) text(path string) string { return string(f.MapFS[path].Data) }

func run(t *testing.T, f folder, o stamp.Options) stamp.Result {
	t.Helper()
	r, err := stamp.Stamp(f.MapFS, f, o)
	if err != nil {
		t.Fatalf("stamp: %v", err)
	}
	return r
}

const (
	taxes  = "answers/taxes/az.md"
	source = "answers/taxes/en.md"
)

func TestStampChangesStatesOnly(t *testing.T) {
	t.Parallel()
	f := folder{knowledgetest.Small()}
	f.WriteFile(taxes, []byte("---\r\ntitle: Vergilər  # başlıq\r\nstate: reviewed # oxundu\r\n---\r\n\r\n## answer\r\n  Vergilər   burada yoxdur.\r\n\r\n\r\n"))
	base := knowledgetest.Load()
	words := base.Answer("taxes").Words["en"]
	header, answer := stamp.HeaderHash(words), stamp.BlockHash(words.Blocks["answer"])
	r := run(t, f, stamp.Options{})
	want := "---\r\ntitle: Vergilər  # başlıq\r\nstate: reviewed, en " + header + " # oxundu\r\n---\r\n\r\n## answer [draft, en " + answer + "]\r\n  Vergilər   burada yoxdur.\r\n\r\n\r\n"
	if got := f.text(taxes); got != want {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
	if !slices.Contains(r.Changed, taxes) || slices.Contains(r.Changed, source) || !slices.IsSorted(r.Changed) {
		t.Errorf("changed %v, want the translations, sorted", r.Changed)
	}
	if f.text(source) != string(knowledgetest.Small()[source].Data) {
		t.Errorf("the source language was changed:\n%s", f.text(source))
	}
	if again := run(t, f, stamp.Options{}); len(again.Changed) > 0 || len(again.Stale) > 0 {
		t.Errorf("the second run gives %+v, want nothing to do", again)
	}
	if _, findings := knowledge.Load(f.MapFS); len(findings) > 0 {
		t.Errorf("the stamped base: %v", findings)
	}
}

func TestStampAddsTheMissingState(t *testing.T) {
	t.Parallel()
	f := folder{knowledgetest.Small()}
	f.WriteFile(taxes, []byte("---\ntitle: Vergilər\n---\n## answer [draft]\nVergilər burada yoxdur.\n"))
	run(t, f, stamp.Options{})
	if got, want := f.text(taxes), "---\ntitle: Vergilər\nstate: draft, en "; !strings.HasPrefix(got, want) {
		t.Errorf("got %q, want it to begin with %q", got, want)
	}
	if got := run(t, f, stamp.Options{}).Changed; len(got) > 0 {
		t.Errorf("the second run changes %v", got)
	}
}

func TestStaleBlocksWaitForTheEditor(t *testing.T) {
	t.Parallel()
	f := folder{knowledgetest.Small()}
	run(t, f, stamp.Options{})
	before := f.text(taxes)
	f.WriteFile(source, []byte(strings.Replace(f.text(source), "does not know taxes", "knows no taxes", 1)))
	r := run(t, f, stamp.Options{})
	if f.text(taxes) != before || len(r.Changed) > 0 {
		t.Errorf("a stale block was stamped: %v", r.Changed)
	}
	if len(r.Stale) != 2 || r.Stale[0].String() != taxes+":6:1" {
		t.Errorf("stale: got %v, want the answers in az and ru", r.Stale)
	}
	r = run(t, f, stamp.Options{All: true})
	if len(r.Changed) != 2 || len(r.Stale) > 0 || f.text(taxes) == before {
		t.Errorf("with All: got %+v, want both translations stamped", r)
	}
}

func TestHashIgnoresSpaces(t *testing.T) {
	t.Parallel()
	f := folder{knowledgetest.Small()}
	first := run(t, f, stamp.Options{})
	f.WriteFile(source, []byte(strings.ReplaceAll(f.text(source), "does not know", "does\nnot   know")))
	f.WriteFile(source, []byte(strings.ReplaceAll(f.text(source), "[draft]", "[reviewed]")))
	if r := run(t, f, stamp.Options{}); len(r.Stale) > 0 || len(first.Changed) == 0 {
		t.Errorf("other spaces and another state make %v stale, want nothing", r.Stale)
	}
}

func TestZeroVariantIsABlockOfItsOwn(t *testing.T) {
	t.Parallel()
	f := folder{knowledgetest.Small()}
	run(t, f, stamp.Options{})
	const file = "services/birth-certificate/az.md"
	if got := f.text(file); strings.Contains(got, "## summary zero [draft]") || !strings.Contains(got, "## summary zero [draft, en ") {
		t.Errorf("%s: the zero variant has no stamp:\n%s", file, got)
	}
}

func TestBrokenBaseIsNotStamped(t *testing.T) {
	t.Parallel()
	f := folder{knowledgetest.Small()}
	delete(f.MapFS, "base.yaml")
	if r, err := stamp.Stamp(f.MapFS, f, stamp.Options{}); !errors.Is(err, stamp.ErrBroken) || len(r.Changed) > 0 {
		t.Errorf("got %+v, %v; want ErrBroken", r, err)
	}
}

var errFull = errors.New("the disk is full")

type fullDisk struct{}

func (fullDisk) WriteFile(string, []byte) error { return errFull }

func TestWriteErrorIsTold(t *testing.T) {
	t.Parallel()
	if _, err := stamp.Stamp(knowledgetest.Small(), fullDisk{}, stamp.Options{}); !errors.Is(err, errFull) || !strings.Contains(err.Error(), ".md") {
		t.Errorf("got %v, want the error of the disk with the file", err)
	}
}

func FuzzStamp(f *testing.F) {
	f.Add("---\ntitle: A\n---\n\n## answer [draft]\nB\n")
	f.Add("---\r\ntitle: A\r\nstate: reviewed, en 00000000\r\n---\r\n## answer [draft, en 12345678\r\nB")
	f.Add("## answer\n")
	f.Fuzz(func(t *testing.T, text string) {
		d := folder{oneAnswer()}
		d.WriteFile(taxes, []byte(text))
		if _, err := stamp.Stamp(d.MapFS, d, stamp.Options{All: true}); err != nil {
			return
		}
		once := d.text(taxes)
		if r := run(t, d, stamp.Options{All: true}); d.text(taxes) != once || len(r.Changed) > 0 {
			t.Errorf("stamping %q gives %q, then %q", text, once, d.text(taxes))
		}
	})
}

// oneAnswer gives a base with nothing but the answer that is fuzzed.
func oneAnswer() fstest.MapFS {
	files := knowledgetest.Small()
	for name := range files {
		switch {
		case name == "base.yaml":
			files[name] = &fstest.MapFile{Data: []byte("format: 1\ntitle: {en: Test}\npublishers: [town]\nlanguages: [en, az]\nsource_language: en\ncurrency: AZN\ntime_zone: Asia/Baku\ncontact: \"100\"\n")}
		case name == "organisations/town.yaml":
			files[name] = &fstest.MapFile{Data: []byte("name: {en: Town}\nshort: {en: Town}\nhotlines: [{id: \"100\", number: \"100\"}]\n")}
		case !strings.HasPrefix(name, "lang/") && !strings.HasPrefix(name, "answers/taxes/") || strings.Contains(name, "ru."):
			delete(files, name)
		}
	}
	return files
}

func TestOneAnswerLoads(t *testing.T) {
	t.Parallel()
	if base, findings := knowledge.Load(oneAnswer()); base == nil {
		t.Errorf("the base of the fuzz test does not load: %v", findings)
	}
}
