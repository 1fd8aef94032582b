package source

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"math"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The largest files of a base that are read, in bytes.
const (
	MaxFile  = 1 << 20
	MaxLines = 8 << 20 // of a file of lines, as questions/<lang>.jsonl
)

// Tree is all the files of a base, sorted by path. Files and folders whose names begin with a dot or an underscore do not
// belong to the base.
type Tree struct {
	Files    []*File
	Revision string // first 12 hexadecimal digits of a SHA-256 over all paths and contents
}

// File is one file of a base.
type File struct {
	Path string
	Data []byte
}

// Read reads the files of a base. A file that cannot be read is a finding and is left out.
func Read(fsys fs.FS) (*Tree, []Finding) {
	var t Tree
	var r Report
	err := fs.WalkDir(fsys, ".", func(p string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return fmt.Errorf("read %s: %w", p, err)
		case p != "." && strings.ContainsAny(entry.Name()[:1], "._"):
			if entry.IsDir() {
				return fs.SkipDir
			}
		case !entry.IsDir():
			if f := readFile(fsys, p, &r); f != nil {
				t.Files = append(t.Files, f)
			}
		}
		return nil
	})
	if err != nil {
		r.Errorf(Pos{}, RuleFile, "", "the folder cannot be read: %v", err)
	}
	slices.SortFunc(t.Files, func(a, b *File) int { return strings.Compare(a.Path, b.Path) })
	t.Revision = revision(t.Files)
	return &t, r.Findings()
}

func readFile(fsys fs.FS, p string, r *Report) *File {
	data, err := readLimited(fsys, p)
	pos := Pos{File: p}
	switch {
	case err != nil:
		r.Errorf(pos, RuleFile, "", "the file cannot be read: %v", err)
		return nil
	case !utf8.Valid(data) && isText(p):
		r.Errorf(badRune(p, data), RuleFile, "save the file as UTF-8", "the file is not UTF-8 text")
		return nil
	}
	return &File{Path: p, Data: data}
}

func readLimited(fsys fs.FS, p string) ([]byte, error) {
	f, err := fsys.Open(p)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	limit := limitOf(p)
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err == nil && int64(len(data)) > limit {
		err = fmt.Errorf("it is larger than %d MiB", limit>>20)
	}
	return data, err
}

// limitOf gives how many bytes of a file are read at most. What is no text, as a sound, has no limit.
func limitOf(p string) int64 {
	switch {
	case isText(p):
		return MaxFile
	case path.Ext(p) == ".jsonl":
		return MaxLines
	}
	return math.MaxInt64 - 1
}

// isText says whether the file is one that an editor writes and that is decoded.
func isText(p string) bool {
	switch path.Ext(p) {
	case ".yaml", ".md":
		return true
	}
	return false
}

func badRune(p string, data []byte) Pos {
	pos := Pos{File: p, Line: 1, Col: 1}
	for len(data) > 0 {
		c, n := utf8.DecodeRune(data)
		if c == utf8.RuneError && n == 1 {
			break
		}
		pos.Col++
		if c == '\n' {
			pos.Line, pos.Col = pos.Line+1, 1
		}
		data = data[n:]
	}
	return pos
}

func revision(files []*File) string {
	h := sha256.New()
	for _, f := range files {
		io.WriteString(h, f.Path+"\x00"+strconv.Itoa(len(f.Data))+"\x00")
		h.Write(f.Data)
	}
	return hex.EncodeToString(h.Sum(nil))[:12]
}

// File gives the file of a path, or nil.
func (t *Tree) File(p string) *File {
	i, ok := slices.BinarySearchFunc(t.Files, p, func(f *File, p string) int { return strings.Compare(f.Path, p) })
	if !ok {
		return nil
	}
	return t.Files[i]
}

// Line gives a line of a file for showing it under a finding, without its end; empty where there is none.
func (t *Tree) Line(pos Pos) string {
	f := t.File(pos.File)
	if f == nil || pos.Line < 1 {
		return ""
	}
	n := 0
	for line := range strings.Lines(string(f.Data)) {
		if n++; n == pos.Line {
			return strings.TrimRight(line, "\r\n")
		}
	}
	return ""
}

// Locate gives the place of a piece of text at or after a place, so that a finding points to the word itself; from where
// it does not occur.
func (t *Tree) Locate(from Pos, piece string) Pos {
	f := t.File(from.File)
	if f == nil || piece == "" {
		return from
	}
	n := 0
	for line := range strings.Lines(string(f.Data)) {
		if n++; n < from.Line {
			continue
		}
		skip := 0
		if n == from.Line {
			skip = byteOffset(line, from.Col)
		}
		if i := indexWord(line, skip, piece); i >= 0 {
			return Pos{File: from.File, Line: n, Col: utf8.RuneCountInString(line[:i]) + 1}
		}
	}
	return from
}

// indexWord finds a piece of text that is no part of a longer id, from a byte of the line on.
func indexWord(line string, from int, piece string) int {
	for i := from; i+len(piece) <= len(line); i++ {
		if !strings.HasPrefix(line[i:], piece) {
			continue
		}
		before := i > 0 && isIDByte(line[i-1]) && isIDByte(piece[0])
		end := i + len(piece)
		after := end < len(line) && isIDByte(line[end]) && isIDByte(piece[len(piece)-1])
		if !before && !after {
			return i
		}
	}
	return -1
}

func isIDByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c >= utf8.RuneSelf
}

// byteOffset gives where the character of a column begins in a line.
func byteOffset(line string, col int) int {
	for i := range line {
		if col--; col <= 0 {
			return i
		}
	}
	return len(line)
}
