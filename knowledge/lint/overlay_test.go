package lint_test

import (
	"regexp"
	"strings"
	"testing/fstest"
)

// overlay lays a piece of a file over a base: keys and sections of the piece replace those of the same name and stand
// first, the others stay. A line "# without KEY" takes a key out. A file that is not there becomes the piece.
func overlay(files fstest.MapFS, path, piece string) {
	if piece != "" && !strings.HasSuffix(piece, "\n") {
		piece += "\n"
	}
	old := ""
	if f := files[path]; f != nil {
		old = string(f.Data)
	}
	switch {
	case old == "":
	case strings.HasSuffix(path, ".md"):
		piece = mergeWords(old, piece)
	case strings.HasSuffix(path, ".yaml"):
		piece = mergeYAML(old, piece)
	}
	files[path] = &fstest.MapFile{Data: []byte(piece)}
}

type part struct{ key, text string }

var (
	yamlKey = regexp.MustCompile(`^"?([\pL0-9_-]+)"?:`)
	without = regexp.MustCompile(`(?m)^# without ([a-z_.-]+)$`)
	inner   = regexp.MustCompile(`^  "?([a-z0-9_-]+)"?:`)
)

// parts divides a text before each line that a key begins.
func parts(text string, key func(line string) string) (list []part) {
	for line := range strings.Lines(text) {
		if k := key(line); k != "" || len(list) == 0 {
			list = append(list, part{key: k})
		}
		list[len(list)-1].text += line
	}
	return list
}

func firstGroup(re *regexp.Regexp) func(string) string {
	return func(line string) string {
		if m := re.FindStringSubmatch(line); m != nil {
			return m[1]
		}
		return ""
	}
}

func mergeYAML(old, piece string) string {
	gone := map[string]bool{}
	for _, m := range without.FindAllStringSubmatch(piece, -1) {
		gone[m[1]] = true
	}
	phrases := ""
	for _, p := range parts(piece, firstGroup(yamlKey)) {
		gone[p.key] = true
		if p.key == "phrases" {
			phrases = p.text
		}
	}
	rest := ""
	for _, p := range parts(old, firstGroup(yamlKey)) {
		switch {
		case p.key == "phrases":
			kept := restOf(p.text, phrases, gone)
			if phrases != "" {
				piece = strings.Replace(piece, phrases, phrases+kept, 1)
			} else {
				rest += "phrases:\n" + kept
			}
		case !gone[p.key]:
			rest += p.text
		}
	}
	return piece + rest
}

// restOf gives the phrases that the piece does not have.
func restOf(old, piece string, gone map[string]bool) (rest string) {
	for _, p := range parts(piece, firstGroup(inner)) {
		gone["phrases."+p.key] = true
	}
	for _, p := range parts(old, firstGroup(inner)) {
		if p.key != "" && !gone["phrases."+p.key] {
			rest += p.text
		}
	}
	return rest
}

func mergeWords(old, piece string) string {
	header, sections := cutWords(piece)
	oldHeader, oldSections := cutWords(old)
	if header == "" {
		header = oldHeader
	}
	heading := func(line string) string {
		id, ok := strings.CutPrefix(line, "## ")
		id, _, _ = strings.Cut(id, "[")
		if !ok {
			return ""
		}
		return strings.TrimSpace(id)
	}
	has := map[string]bool{}
	for _, p := range parts(sections, heading) {
		has[p.key] = true
	}
	out := header + strings.TrimRight(sections, "\n") + "\n\n"
	for _, p := range parts(oldSections, heading) {
		if !has[p.key] {
			out += p.text
		}
	}
	return out
}

// cutWords divides a words file after its header; the blank line behind it stays with the header.
func cutWords(text string) (header, sections string) {
	if !strings.HasPrefix(text, "---\n") {
		return "", text
	}
	end := strings.Index(text[4:], "---\n")
	if end < 0 {
		return "", text
	}
	end += 8
	for end < len(text) && text[end] == '\n' {
		end++
	}
	return text[:end], text[end:]
}
