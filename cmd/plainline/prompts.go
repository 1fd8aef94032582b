package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/plainline/plainline/channels/voice/speech"
	"github.com/plainline/plainline/eval/spoken"
	"github.com/plainline/plainline/knowledge"
)

// promptsCommand tells which words of a base nobody has recorded, and takes recordings in.
type promptsCommand struct {
	Dir   string `arg:"" optional:"" help:"The knowledge base; found as for the other commands where it is not named."`
	Sheet string `placeholder:"FILE" xor:"do" help:"Write a recording sheet: a line for each piece, with its id, language, words and where it is heard. A hyphen is the standard output."`
	Take  string `placeholder:"DIR" xor:"do" help:"Take recordings from this folder: WAV files named by the ids of the sheet. They are checked and copied into the base."`
	On    date   `placeholder:"DATE" help:"The day to speak on, as 2026-01-31. Default: today."`
}

// Help implements kong.HelpProvider.
func (promptsCommand) Help() string {
	return `On the telephone a recording of a person is heard wherever there is one; the rest is spoken by a machine or by the gateway. What
is recorded is pieces: the words of the base, and the words that numbers, amounts, dates and times are made of. So a fee that
changes is still told by the same voice. A recording whose words have changed is stale and no longer heard.

  plainline prompts my-base
  plainline prompts my-base -sheet sheet.csv
  plainline prompts my-base -take recordings

Record each line of the sheet as ID.wav (PCM, 16 bits, 8000 samples a second or more), in a calm voice at some 140 words a
minute. Exit code: 0 done, 1 a recording was refused, 2 nothing could be done.`
}

// Run does the work.
func (c promptsCommand) Run(h *host) error {
	at, err := openOn(h, c.Dir, c.On)
	if err != nil {
		return err
	}
	recordings, err := speech.OpenRecordings(at.from.FS)
	if err != nil {
		return err
	}
	items := spoken.List(at.edition, noon(at.day, at.edition.Base.Zone))
	p := &prompts{h: h, from: at.from, languages: at.edition.Base.Languages, items: items, recordings: recordings}
	switch {
	case c.Sheet != "":
		return p.writeSheet(c.Sheet)
	case c.Take != "":
		return p.take(c.Take, at.day)
	}
	return p.tell()
}

// prompts is one run of the command.
type prompts struct {
	h          *host
	from       origin
	languages  []knowledge.Lang
	items      []spoken.Item
	recordings *speech.Recordings
}

// shownMissing is how many missing pieces of a language are shown; the sheet has them all.
const shownMissing = 10

// tell says what is missing and what is stale.
func (p *prompts) tell() error {
	out := p.h.stdout
	for _, lang := range p.languages {
		wanted := map[speech.ID]bool{}
		missing, n := 0, 0
		for _, it := range p.items {
			if it.Lang != lang {
				continue
			}
			n++
			wanted[it.ID] = true
			if p.recordings.Has(lang, it.ID) {
				continue
			}
			if missing++; missing <= shownMissing {
				fmt.Fprintf(out, "missing %s %s %q (%s)\n", lang, it.ID, it.Words, it.Where)
			}
		}
		if missing > shownMissing {
			fmt.Fprintf(out, "missing %s: %d more; -sheet FILE lists them\n", lang, missing-shownMissing)
		}
		stale, err := p.stale(lang, wanted)
		if err != nil {
			return err
		}
		fmt.Fprintf(out, "%s: %d of %d pieces recorded, %d stale\n", lang, n-missing, n, stale)
	}
	return nil
}

// stale tells of recordings whose words nobody says any more.
func (p *prompts) stale(lang knowledge.Lang, wanted map[speech.ID]bool) (n int, err error) {
	entries, err := speech.ReadIndex(p.from.FS, lang)
	if err != nil {
		return 0, err
	}
	words := map[speech.ID]string{}
	for _, e := range entries {
		words[e.ID] = e.Words
	}
	ids := p.recordings.IDs(lang)
	slices.Sort(ids)
	for _, id := range ids {
		if !wanted[id] {
			n++
			fmt.Fprintf(p.h.stdout, "stale   %s %s %q\n", lang, id, words[id])
		}
	}
	return n, nil
}

// writeSheet writes the recording sheet.
func (p *prompts) writeSheet(name string) error {
	out := p.h.stdout
	if name != "-" {
		f, err := os.Create(name)
		if err != nil {
			return fmt.Errorf("write sheet: %w", err)
		}
		defer f.Close()
		out = f
	}
	if err := p.sheet(out); err != nil {
		return fmt.Errorf("write sheet: %w", err)
	}
	if name != "-" {
		fmt.Fprintf(p.h.stdout, "%s to record are in %s\n", count(len(p.items), "piece"), name)
	}
	return nil
}

func (p *prompts) sheet(w io.Writer) error {
	out := csv.NewWriter(w)
	out.Write([]string{"id", "language", "words", "kind", "heard_at", "places", "recorded"})
	for _, it := range p.items {
		recorded := "no"
		if p.recordings.Has(it.Lang, it.ID) {
			recorded = "yes"
		}
		out.Write([]string{string(it.ID), string(it.Lang), plainCell(it.Words), it.Kind, it.Where, strconv.Itoa(it.Times), recorded})
	}
	out.Flush()
	return out.Error()
}

// plainCell keeps a spreadsheet from taking words for a formula.
func plainCell(s string) string {
	if s != "" && strings.ContainsAny(s[:1], "=+-@\t") {
		return "'" + s
	}
	return s
}

// take checks recordings and copies those that are good into the base.
func (p *prompts) take(dir string, day knowledge.Date) error {
	if p.from.dir == "" {
		return hint(errors.New("the demonstration base inside the program takes no recordings"), "write it out first: plainline sample my-base")
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.wav"))
	if err != nil || len(files) == 0 {
		return hint(fmt.Errorf("there are no recordings in %s", dir), "name the folder with the WAV files; each is named by its id in the sheet")
	}
	items := map[speech.ID]spoken.Item{}
	for _, it := range p.items {
		items[it.ID] = it
	}
	taken, refused := map[knowledge.Lang][]speech.Entry{}, 0
	for _, file := range files {
		it, err := p.takeFile(file, items)
		if err != nil {
			refused++
			fmt.Fprintf(p.h.stdout, "%s: %s\n", file, strings.ReplaceAll(err.Error(), "\n", "; "))
			continue
		}
		taken[it.Lang] = append(taken[it.Lang], speech.Entry{ID: it.ID, Words: it.Words, TakenOn: day})
	}
	n := 0
	for lang, entries := range taken {
		n += len(entries)
		if err := p.note(lang, entries); err != nil {
			return err
		}
	}
	fmt.Fprintf(p.h.stdout, "%s taken, %d refused\n", count(n, "recording"), refused)
	if refused > 0 {
		return errFindings
	}
	return nil
}

func (p *prompts) takeFile(file string, items map[speech.ID]spoken.Item) (spoken.Item, error) {
	id := speech.ID(strings.TrimSuffix(filepath.Base(file), ".wav"))
	it, ok := items[id]
	if !ok {
		return it, errors.New("the base says nothing under this id; write the sheet anew, the words may have changed")
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return it, err
	}
	if err := speech.Check(data, it.Words); err != nil {
		return it, fmt.Errorf("%q: %w", it.Words, err)
	}
	name := filepath.Join(p.from.dir, filepath.FromSlash(speech.RecordingPath(it.Lang, id)))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return it, err
	}
	return it, os.WriteFile(name, data, 0o644)
}

// note adds recordings to the index of their language.
func (p *prompts) note(lang knowledge.Lang, entries []speech.Entry) error {
	old, err := speech.ReadIndex(p.from.FS, lang)
	if err != nil {
		return err
	}
	var b strings.Builder
	if err := speech.WriteIndex(&b, append(old, entries...)); err != nil {
		return err
	}
	name := filepath.Join(p.from.dir, filepath.FromSlash(speech.IndexPath(lang)))
	if err := os.WriteFile(name, []byte(b.String()), fs.FileMode(0o644)); err != nil {
		return fmt.Errorf("write index of recordings: %w", err)
	}
	return nil
}
