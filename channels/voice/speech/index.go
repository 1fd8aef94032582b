package speech

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/plainline/plainline/knowledge"
)

// Entry is a line of prompts/<lang>/index.csv: which words a recording says, for whoever looks for it when they have changed.
type Entry struct {
	ID      ID
	Words   string
	TakenOn knowledge.Date
}

// indexName is the file of entries beside the recordings.
const indexName = "index.csv"

// indexColumns are the heads of its columns.
var indexColumns = []string{"id", "words", "taken_on"}

// IndexPath gives the path of the index of a language in a base.
func IndexPath(lang knowledge.Lang) string { return path.Join(folder, string(lang), indexName) }

// RecordingPath gives the path of a recording in a base.
func RecordingPath(lang knowledge.Lang, id ID) string {
	return path.Join(folder, string(lang), string(id)+".wav")
}

// ReadIndex reads the index of a language; where there is none it is empty.
func ReadIndex(base fs.FS, lang knowledge.Lang) ([]Entry, error) {
	f, err := base.Open(IndexPath(lang))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read index of recordings: %w", err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.FieldsPerRecord = len(indexColumns)
	lines, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", IndexPath(lang), err)
	}
	var entries []Entry
	for i, line := range lines {
		if i == 0 && slices.Equal(line, indexColumns) {
			continue
		}
		if !isID(line[0]) {
			return nil, fmt.Errorf("read %s: line %d: %q is no id; it has 12 digits from 0 to f", IndexPath(lang), i+1, line[0])
		}
		entries = append(entries, Entry{ID(line[0]), line[1], knowledge.ParseDate(line[2])})
	}
	return entries, nil
}

// WriteIndex writes an index, sorted by words, each recording once: the later of two entries counts.
func WriteIndex(w io.Writer, entries []Entry) error {
	last := map[ID]Entry{}
	for _, e := range entries {
		last[e.ID] = e
	}
	entries = make([]Entry, 0, len(last))
	for _, e := range last {
		entries = append(entries, e)
	}
	slices.SortFunc(entries, func(a, b Entry) int {
		if c := strings.Compare(a.Words, b.Words); c != 0 {
			return c
		}
		return strings.Compare(string(a.ID), string(b.ID))
	})
	out := csv.NewWriter(w)
	lines := [][]string{indexColumns}
	for _, e := range entries {
		lines = append(lines, []string{string(e.ID), e.Words, e.TakenOn.String()})
	}
	if err := out.WriteAll(lines); err != nil {
		return fmt.Errorf("write index of recordings: %w", err)
	}
	return nil
}
