package speech

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"unicode"

	"github.com/plainline/plainline/knowledge"
)

// ID names what is spoken: 12 hexadecimal digits of a hash over the language and the words. Where a word changes, the old
// recording is no longer asked for.
type ID string

// IDOf gives the id of words. Capitals, blanks and the signs around the words make no difference, except a question and an
// exclamation mark at their end, which are heard.
func IDOf(lang knowledge.Lang, words string) ID {
	sum := sha256.Sum256([]byte(string(lang) + "\n" + plainWords(words)))
	return ID(hex.EncodeToString(sum[:6]))
}

// plainWords brings words to the form that is hashed.
func plainWords(words string) string {
	words = strings.ToLower(strings.Join(strings.Fields(words), " "))
	words = strings.TrimLeftFunc(words, isSilent)
	tone := ""
	for words != "" {
		end := strings.TrimRightFunc(words, isSilent)
		if end == words {
			break
		}
		if strings.ContainsAny(words[len(end):], "?") {
			tone = "?"
		} else if strings.ContainsAny(words[len(end):], "!") {
			tone = "!"
		}
		words = end
	}
	return words + tone
}

// isSilent says whether a character is not heard by itself.
func isSilent(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsPunct(r) && !strings.ContainsRune("%&#*@", r)
}

// Recordings are what people have recorded for a base: WAV files under prompts/<lang>/, named by the id of their words. They
// are read when they are needed.
type Recordings struct {
	files fs.FS
	have  map[knowledge.Lang]map[ID]recording
}

// recording is a file of a recording; its mark changes when it is recorded again.
type recording struct{ path, mark string }

// folder is where recordings stand in a base.
const folder = "prompts"

// OpenRecordings lists the recordings of a base; a base without them is none the worse.
func OpenRecordings(base fs.FS) (*Recordings, error) {
	r := &Recordings{files: base, have: map[knowledge.Lang]map[ID]recording{}}
	languages, err := fs.ReadDir(base, folder)
	if errors.Is(err, fs.ErrNotExist) {
		return r, nil
	}
	if err != nil {
		return nil, fmt.Errorf("list recordings: %w", err)
	}
	for _, l := range languages {
		if !l.IsDir() {
			continue
		}
		if err := r.list(knowledge.Lang(l.Name())); err != nil {
			return nil, fmt.Errorf("list recordings: %w", err)
		}
	}
	return r, nil
}

func (r *Recordings) list(lang knowledge.Lang) error {
	dir := path.Join(folder, string(lang))
	files, err := fs.ReadDir(r.files, dir)
	if err != nil {
		return err
	}
	r.have[lang] = map[ID]recording{}
	for _, f := range files {
		id, ok := strings.CutSuffix(f.Name(), ".wav")
		if !ok || f.IsDir() || !isID(id) {
			continue
		}
		info, err := f.Info()
		if err != nil {
			return err
		}
		r.have[lang][ID(id)] = recording{path.Join(dir, f.Name()), fmt.Sprint(info.Size(), info.ModTime().UnixNano())}
	}
	return nil
}

// isID says whether a name is that of a recording.
func isID(name string) bool {
	_, err := hex.DecodeString(name)
	return err == nil && len(name) == 12
}

// Has says whether words are recorded.
func (r *Recordings) Has(lang knowledge.Lang, id ID) bool {
	return r != nil && r.have[lang][id].path != ""
}

// IDs gives the ids of all recordings of a language, in no order.
func (r *Recordings) IDs(lang knowledge.Lang) []ID {
	ids := make([]ID, 0, len(r.have[lang]))
	for id := range r.have[lang] {
		ids = append(ids, id)
	}
	return ids
}

// Sound reads a recording, without the silence around it and at the usual level.
func (r *Recordings) Sound(lang knowledge.Lang, id ID) (Sound, error) {
	name := r.have[lang][id].path
	if name == "" {
		return nil, fmt.Errorf("recording %s: %w", id, fs.ErrNotExist)
	}
	data, err := fs.ReadFile(r.files, name)
	if err != nil {
		return nil, fmt.Errorf("read recording: %w", err)
	}
	wave, err := DecodeWave(data)
	if err != nil {
		return nil, fmt.Errorf("read recording %s: %w", name, err)
	}
	return Resample(wave.Samples, wave.Rate).trim().levelled(), nil
}
