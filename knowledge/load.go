package knowledge

import (
	"io/fs"
	"path"
	"strings"
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
	l := &loader{Decoder: source.NewDecoder(), tree: tree, base: &Base{}, words: map[string]map[Lang]*Words{}}
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
	l.index()
	l.order.apply(l)
	l.resolve()
	l.check()
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

// topicsFile is topics.yaml.
type topicsFile struct {
	source.Pos `yaml:",pos"`
	Topics     []*Topic       `yaml:"topics"`
	Events     []string       `yaml:"events"`
	Offices    []*OfficeGroup `yaml:"offices"`
}

// apply puts the life events into the order of topics.yaml.
func (t *topicsFile) apply(l *loader) {
	var events []*Event
	for _, id := range t.Events {
		if e := l.base.index.events[id]; e != nil {
			events = append(events, e)
		} else {
			l.unknown(t.Pos, "life event", id, keys(l.base.index.events))
		}
	}
	listed := make(map[*Event]bool, len(events))
	for _, e := range events {
		listed[e] = true
	}
	for _, e := range l.base.Events {
		if !listed[e] {
			events = append(events, e)
		}
	}
	l.base.Events = events
}

// readFile reads one file by its path. Files that mean nothing here (talks, questions, wordings) belong to others.
func (l *loader) readFile(f *source.File) {
	b := l.base
	dir, name := path.Split(f.Path)
	dir = strings.TrimSuffix(dir, "/")
	id, isYAML := strings.CutSuffix(name, ".yaml")
	lang, isWords := strings.CutSuffix(name, ".md")
	top, folder, nested := strings.Cut(dir, "/")
	switch {
	case isWords && nested && (top == "services" || top == "events" || top == "answers"):
		l.readWords(f, dir, top, Lang(lang))
	case !isYAML:
	case f.Path == "topics.yaml":
		l.decode(f, &l.order)
		b.Topics, b.OfficeGroups = l.order.Topics, l.order.Offices
	case f.Path == "parameters.yaml":
		l.decode(f, &b.Parameters)
	case f.Path == "places.yaml":
		l.decode(f, &b.Places)
	case dir == "organisations":
		add(l, f, &b.Organisations, &Organisation{ID: id})
	case dir == "offices":
		add(l, f, &b.Offices, &Office{ID: id})
	case dir == "offices/hours":
		add(l, f, &b.HoursList, &Hours{ID: id})
	case dir == "offices/holidays":
		add(l, f, &b.HolidayLists, &Holidays{ID: id})
	case dir == "notices":
		add(l, f, &b.Notices, &Notice{ID: id})
	case top == "events" && id == "event":
		add(l, f, &b.Events, &Event{ID: folder})
	case top == "answers" && id == "answer":
		add(l, f, &b.Answers, &Answer{ID: folder})
	case top == "services" && id == "service":
		add(l, f, &b.Services, &Service{ID: ServiceID(folder), Demo: b.Demonstration})
	}
}

// add decodes a file into an item and adds it to its list.
func add[T any](l *loader, f *source.File, list *[]*T, item *T) {
	l.decode(f, item)
	*list = append(*list, item)
}

// find gives the place of a word at or after a position.
func (l *loader) find(from source.Pos, word string) source.Pos { return l.tree.Locate(from, word) }
