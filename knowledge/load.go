package knowledge

import (
	"io/fs"
	"time"

	"golang.org/x/text/language"

	"github.com/plainline/plainline/knowledge/source"
)

// Load reads and checks a base. It gives everything that is wrong at once, sorted by place; with an Error among it there is
// no base.
func Load(fsys fs.FS) (*Base, []source.Finding) {
	base, _, findings := Read(fsys)
	return base, findings
}

// Read is Load for who also needs the files themselves, as a linter that shows the lines it speaks of.
func Read(fsys fs.FS) (*Base, *source.Tree, []source.Finding) {
	tree, findings := source.Read(fsys)
	l := &loader{Decoder: source.NewDecoder(), tree: tree, base: &Base{}, words: map[string]map[Lang]*Words{}, cases: map[string]*source.File{}}
	l.Add(findings...)
	l.load()
	if l.Broken() {
		return nil, tree, l.Findings()
	}
	return l.base, tree, l.Findings()
}

// loader builds a base in four passes: read every file, put things under their ids, resolve what refers to them, check.
type loader struct {
	*source.Decoder
	tree  *source.Tree
	base  *Base
	words map[string]map[Lang]*Words // by folder: services/id-card
	cases map[string]*source.File    // by folder
	order topicsFile
}

func (l *loader) load() {
	if l.tree.File("base.yaml") == nil {
		l.Errorf(source.Pos{File: "base.yaml"}, source.RuleFileMissing, "begin the base with this file", "base.yaml is missing")
		return
	}
	l.readBase()
	for _, f := range l.tree.Files {
		l.readFile(f)
	}
	l.attachWords()
	l.attachCases()
	l.readQuestions()
	l.index()
	l.order.apply(l)
	l.resolve()
	l.check()
	l.checkExamples()
}

// decode reads a YAML file into v; an empty file is read as an empty mapping, so that missing keys are told.
func (l *loader) decode(f *source.File, v any) {
	n := source.ParseYAML(f.Path, f.Data, &l.Report)
	if n == nil {
		n = &source.Node{Pos: source.Pos{File: f.Path, Line: 1, Col: 1}, Kind: source.Mapping}
	}
	l.Decode(n, v)
}

// readBase reads base.yaml and the languages that it names.
func (l *loader) readBase() {
	b := l.base
	l.decode(l.tree.File("base.yaml"), b)
	b.Revision = l.tree.Revision
	if b.ReviewMonths == 0 {
		b.ReviewMonths = 24
	}
	if b.NearDays == 0 {
		b.NearDays = 30
	}
	zone, err := time.LoadLocation(b.TimeZone)
	if err != nil || b.TimeZone == "" || b.TimeZone == "Local" {
		l.Errorf(l.find(b.Pos, b.TimeZone), source.RuleValue, "write a name such as Asia/Baku", "there is no time zone %q", b.TimeZone)
	}
	b.Zone = zone
	b.Lang = make(map[Lang]*Language, len(b.Languages))
	for _, tag := range b.Languages {
		name := "lang/" + string(tag) + ".yaml"
		if f := l.tree.File(name); f != nil {
			b.Lang[tag] = l.readLanguage(f, tag)
		} else {
			l.Errorf(l.find(b.Pos, string(tag)), source.RuleFileMissing, "write "+name, "the language %q has no file", tag)
		}
	}
}

func (l *loader) readLanguage(f *source.File, tag Lang) *Language {
	lang := &Language{Tag: tag}
	l.decode(f, lang)
	var err error
	if lang.tag, err = language.Parse(string(tag)); err != nil {
		l.Errorf(l.find(l.base.Pos, string(tag)), source.RuleValue, "write a BCP 47 tag such as az", "%q is no language", tag)
	}
	lang.Phrases = make([]Phrase, PhraseCount)
	for k, name := range PhraseNames {
		p, ok := lang.RawPhrases[name]
		if !ok {
			l.Errorf(source.Pos{File: f.Path}, source.RulePhrase, "add it under phrases", "the phrase %q is missing", name)
		}
		lang.Phrases[k] = p
	}
	for name, p := range lang.RawPhrases {
		if !isPhraseName(name) {
			l.Errorf(p.Pos, source.RuleUnknownKey, source.DidYouMean(name, PhraseNames[:]), "there is no phrase %q", name)
		}
	}
	return lang
}

func isPhraseName(name string) bool {
	for _, n := range PhraseNames {
		if n == name {
			return true
		}
	}
	return false
}

// find gives the place of a word at or after a position.
func (l *loader) find(from source.Pos, word string) source.Pos { return l.tree.Locate(from, word) }
