// Package knowledgetest gives knowledge bases for tests: Small, a tiny one with every kind of thing in it, and Generate, one
// of any size, whose words are test content and say nothing true; and Sample, the one that the program carries.
package knowledgetest

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
	"testing/fstest"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/sample"
)

//go:embed small
var small embed.FS

// Small gives a tiny valid base: three services (one with tiers, parts, an unknown and a coming change; one that is free; one
// with nothing but unknowns), offices with timetables, holidays and visits of a bus, answers, a notice, a life event. The
// files are the caller's own to change.
func Small() fstest.MapFS {
	files := fstest.MapFS{}
	err := fs.WalkDir(small, "small", func(p string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := small.ReadFile(p)
		files[strings.TrimPrefix(p, "small/")] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		panic(err) // the files are in the program
	}
	for _, lang := range []string{"en", "az", "ru"} {
		f := files["lang/"+lang+".yaml"]
		f.Data = append(f.Data, Phrases(lang)...)
	}
	return files
}

// Load gives Small as a base.
func Load() *knowledge.Base { return load("small", Small()) }

// Sample gives the demonstration base of the program.
func Sample() *knowledge.Base { return load("sample", sample.FS()) }

func load(name string, files fs.FS) *knowledge.Base {
	base, findings := knowledge.Load(files)
	if base == nil {
		panic(fmt.Sprintf("the %s base does not load: %v", name, findings))
	}
	return base
}

// Phrases gives the part of a language file that holds all phrases. Each says its own name and its slots, with the language
// before it where that is not English: "Fee usual {amount}", "ru Fee usual {amount}".
func Phrases(lang string) string {
	var b strings.Builder
	b.WriteString("phrases:\n")
	for k, name := range knowledge.PhraseNames {
		text := phrase(lang, name, knowledge.PhraseKey(k).Slots())
		if knowledge.PhraseKey(k) == knowledge.PhraseOpenList {
			text = plural(lang, text)
		} else {
			text = fmt.Sprintf("%q", text)
		}
		fmt.Fprintf(&b, "  %s: %s\n", name, text)
	}
	return b.String()
}

func phrase(lang, name string, slots []string) string {
	text := strings.ReplaceAll(name, "-", " ")
	text = strings.ToUpper(text[:1]) + text[1:]
	if lang != "en" {
		text = lang + " " + text
	}
	for _, s := range slots {
		text += " {" + s + "}"
	}
	return text
}

// plural writes a text for each plural category of a language.
func plural(lang, text string) string {
	categories := []string{"one", "other"}
	if lang == "ru" {
		categories = []string{"one", "few", "many", "other"}
	}
	for i, c := range categories {
		categories[i] = fmt.Sprintf("%s: %q", c, text+" "+c)
	}
	return "{" + strings.Join(categories, ", ") + "}"
}
