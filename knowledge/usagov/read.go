package usagov

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/source"
)

// The languages of the data set; the first is the one it is written in.
const (
	english knowledge.Lang = "en"
	spanish knowledge.Lang = "es"
)

// dataSet is the data set in memory.
type dataSet struct {
	texts    map[knowledge.Lang]map[string]string // by key, as retirement.title
	criteria []*criterion                         // in the order of criteria.csv
	byKey    map[string]*criterion
	benefits []*benefit // by name of the file
	events   []*event
	agencies []*page
	types    []*page
	phone    string // of USA.gov, as +18448724681
	report   source.Report
}

// page is a file with a front matter.
type page struct {
	source.Pos
	name string // of the file, without its ending
	root *source.Node
}

// event is a life event and the criteria that its page asks.
type event struct {
	page
	criteria map[string]bool
}

// benefit is one of the benefits.
type benefit struct {
	page
	conditions []*condition
}

func read(data fs.FS) *dataSet {
	s := &dataSet{byKey: map[string]*criterion{}, texts: map[knowledge.Lang]map[string]string{}}
	for _, lang := range []knowledge.Lang{english, spanish} {
		s.texts[lang] = s.readTexts(data, lang)
	}
	s.readPhone(data)
	s.readCriteria(data)
	s.agencies = s.readPages(data, "content/agencies")
	s.types = s.readPages(data, "content/types")
	for _, p := range s.readPages(data, "content/life-events") {
		s.events = append(s.events, &event{page: *p, criteria: asked(p.root)})
	}
	for _, p := range s.readPages(data, "content/benefits") {
		s.benefits = append(s.benefits, &benefit{page: *p})
	}
	return s
}

// text gives the text of a key, clean of printers' signs.
func (s *dataSet) text(lang knowledge.Lang, key string) string { return clean(s.texts[lang][key]) }

// readTexts reads all texts of one language that stand flat under their keys.
func (s *dataSet) readTexts(data fs.FS, lang knowledge.Lang) map[string]string {
	texts := map[string]string{}
	top := "locales/" + string(lang)
	err := fs.WalkDir(data, top, func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(file) != ".json" {
			return err
		}
		raw, err := fs.ReadFile(data, file)
		if err != nil {
			return err
		}
		var flat map[string]any
		if err := json.Unmarshal(raw, &flat); err != nil {
			s.report.Errorf(source.Pos{File: file, Line: 1}, "bad-json", "", "this is not JSON: %s", err)
			return nil
		}
		for key, v := range flat {
			if text, ok := v.(string); ok {
				texts[key] = text
			}
		}
		return nil
	})
	if err != nil && lang == english {
		s.report.Errorf(source.Pos{File: top}, "missing-file", "name the folder in which content and locales stand", "the English texts cannot be read: %s", err)
	}
	return texts
}

// readPages reads the front matters of a folder.
func (s *dataSet) readPages(data fs.FS, dir string) (pages []*page) {
	files, err := fs.Glob(data, dir+"/*.md")
	if err != nil {
		return nil // the pattern is ours
	}
	for _, file := range files {
		raw, err := fs.ReadFile(data, file)
		if err != nil {
			s.report.Errorf(source.Pos{File: file}, "missing-file", "", "%s", err)
			continue
		}
		p := &page{Pos: source.Pos{File: file, Line: 1, Col: 1}, name: strings.TrimSuffix(path.Base(file), ".md")}
		p.root = source.ParseYAML(file, s.frontMatter(file, raw), &s.report)
		pages = append(pages, p)
	}
	return pages
}

// frontMatter gives what stands between the two lines of hyphens, in the same lines, without tabs: YAML allows none where
// it sets things in, and strict readers refuse them elsewhere too.
func (s *dataSet) frontMatter(file string, raw []byte) []byte {
	var out bytes.Buffer
	n := 0
	for line := range bytes.Lines(raw) {
		n++
		trimmed := bytes.TrimRight(line, " \r\n")
		if bytes.Equal(trimmed, []byte("---")) {
			if n > 1 {
				break
			}
			trimmed = nil
		}
		if at := bytes.IndexByte(trimmed, '\t'); at >= 0 {
			s.warn(source.Pos{File: file, Line: n, Col: at + 1}, "tab", "write spaces", "a tab stands here, which strict readers of YAML refuse")
			trimmed = bytes.TrimRight(bytes.ReplaceAll(trimmed, []byte("\t"), []byte(" ")), " ")
		}
		out.Write(trimmed)
		out.WriteByte('\n')
	}
	return out.Bytes()
}

// readCriteria reads criteria.csv: key, key of the label, type, keys of the values.
func (s *dataSet) readCriteria(data fs.FS) {
	const file = "content/criteria.csv"
	raw, err := fs.ReadFile(data, file)
	if err != nil {
		s.report.Errorf(source.Pos{File: file}, "missing-file", "name the folder in which content and locales stand", "%s", err)
		return
	}
	rows := csv.NewReader(bytes.NewReader(raw))
	rows.FieldsPerRecord = -1
	for first := true; ; first = false {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			s.report.Errorf(source.Pos{File: file}, "bad-csv", "", "%s", err)
			return
		}
		line, col := rows.FieldPos(0)
		if len(row) >= 4 && !first && row[2] != "" { // a row without a type is a heading
			s.addCriterion(source.Pos{File: file, Line: line, Col: col}, row)
		}
	}
}

// asked gives the criteria that the page of a life event asks.
func asked(root *source.Node) map[string]bool {
	keys := map[string]bool{}
	for _, group := range items(root.Get("eligibilityCriteria")) {
		for _, k := range items(group.Get("criteriaKeys")) {
			keys[k.Text] = true
		}
	}
	for _, filter := range items(root.Get("topLevelFilter")) {
		for _, k := range items(filter.Get("criteriaKey")) {
			keys[k.Text] = true
		}
	}
	return keys
}

// items gives the items of a list; a single value is a list of one.
func items(n *source.Node) []*source.Node {
	switch {
	case n == nil || n.Kind == source.Null:
		return nil
	case n.Kind == source.List:
		return n.Items
	}
	return []*source.Node{n}
}
