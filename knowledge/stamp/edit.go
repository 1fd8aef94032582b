package stamp

import (
	"bytes"
	"strings"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

// file is one translation that gets its stamps.
type file struct {
	data []byte
	lang knowledge.Lang // the source language
	all  bool
}

// stamp gives the file with its stamps. Blocks that the source language does not have are left as they are.
func (f file) stamp(words, original *knowledge.Words, r *Result) []byte {
	lines := bytes.SplitAfter(f.data, []byte("\n"))
	for _, b := range words.AllBlocks() {
		if from := Find(original, b.ID); from != nil && f.due(b.State, BlockHash(from), b.Pos, r) {
			lines[b.Line-1] = f.heading(lines[b.Line-1], b.State, BlockHash(from))
		}
	}
	if now := HeaderHash(original); f.due(words.State, now, words.Pos, r) {
		lines = f.header(lines, words.State, now)
	}
	return bytes.Join(lines, nil)
}

// Find gives the block of an id, which may be that of a zero variant ("summary zero"), or nil.
func Find(w *knowledge.Words, id string) *knowledge.WordBlock {
	if of, isZero := strings.CutSuffix(id, " zero"); isZero {
		if b := w.Blocks[of]; b != nil {
			return b.Zero
		}
		return nil
	}
	return w.Blocks[id]
}

// due says whether a block is to be stamped now.
func (f file) due(s knowledge.State, now string, pos source.Pos, r *Result) bool {
	if Stale(s, now) && !f.all {
		r.Stale = append(r.Stale, pos)
		return false
	}
	return s.From != now
}

// state writes a state with its stamp.
func (f file) state(s knowledge.State, now string) string {
	word := "draft"
	if s.Reviewed {
		word = "reviewed"
	}
	return word + ", " + string(f.lang) + " " + now
}

// heading writes the stamp into "## id [state]".
func (f file) heading(line []byte, s knowledge.State, now string) []byte {
	text, end := cutEnd(line)
	id, _, _ := strings.Cut(text, "[")
	return []byte(strings.TrimRight(id, " \t") + " [" + f.state(s, now) + "]" + end)
}

// header writes the stamp into the line "state:" of the header, or adds that line as the last one.
func (f file) header(lines [][]byte, s knowledge.State, now string) [][]byte {
	for i := 1; i < len(lines); i++ {
		text, end := cutEnd(lines[i])
		switch {
		case strings.HasPrefix(text, "state:"):
			lines[i] = []byte("state: " + f.state(s, now) + comment(text) + end)
			return lines
		case text == "---":
			added := []byte("state: " + f.state(s, now) + lineEnd(lines[0]))
			return append(lines[:i], append([][]byte{added}, lines[i:]...)...)
		}
	}
	return lines
}

// comment gives the comment at the end of a line with the spaces before it.
func comment(line string) string {
	i := strings.Index(line, " #")
	if i < 0 {
		return ""
	}
	return line[len(strings.TrimRight(line[:i], " ")):]
}

// cutEnd divides a line from its end, which may be that of Windows.
func cutEnd(line []byte) (text, end string) {
	text = strings.TrimRight(string(line), "\r\n")
	return text, string(line[len(text):])
}

func lineEnd(line []byte) string {
	_, end := cutEnd(line)
	return end
}
