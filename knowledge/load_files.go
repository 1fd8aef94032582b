package knowledge

import (
	"path"
	"slices"
	"strings"

	"github.com/plainline/plainline/knowledge/source"
)

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
	listed := make(map[*Event]bool, len(t.Events))
	for _, id := range t.Events {
		e := l.base.index.events[id]
		switch {
		case e == nil:
			l.unknown(t.Pos, "life event", id, keys(l.base.index.events))
		case listed[e]:
			l.Errorf(l.find(t.Pos, "events:"), source.RuleDuplicateID, "write it once", "the life event %q stands there twice", id)
		default:
			events = append(events, e)
			listed[e] = true
		}
	}
	for _, e := range l.base.Events {
		if !listed[e] {
			events = append(events, e)
		}
	}
	l.base.Events = events
}

// readFile reads one file by its path.
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
	case !isYAML: // a README, a licence, a talk
	case f.Path == "topics.yaml":
		l.decode(f, &l.order)
		b.Topics, b.OfficeGroups = l.order.Topics, l.order.Offices
	case f.Path == "parameters.yaml":
		l.decode(f, &b.Parameters)
	case f.Path == "facts.yaml":
		l.decode(f, &b.Facts)
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
	case top == "services" && id == "cases":
		l.cases[dir] = f
	case top == "lang" && slices.Contains(b.Languages, Lang(id)) || f.Path == "base.yaml":
		// read before
	default:
		l.strange(f.Path, top, name)
	}
}

// strange warns of a file that nothing reads, because it may be a slip in a name. Talks, questions and wordings are read
// elsewhere.
func (l *loader) strange(file, top, name string) {
	if top == "transcripts" || top == "questions" || top == "wordings" {
		return
	}
	known := []string{"organisations", "offices", "events", "services", "answers", "notices", "lang", "topics.yaml", "parameters.yaml", "places.yaml", "facts.yaml"}
	advice := "see the list of files in FORMAT.md"
	if top == "" {
		top = file
	}
	if near := source.Nearest(top, known); near != "" && near != top {
		advice = "did you mean " + near + "?"
	}
	l.Add(source.Finding{Pos: source.Pos{File: file}, Severity: source.Warning, Rule: source.RuleStrangeFile,
		Message: "nothing reads this file", Advice: advice})
}

// add decodes a file into an item and adds it to its list.
func add[T any](l *loader, f *source.File, list *[]*T, item *T) {
	l.decode(f, item)
	*list = append(*list, item)
}
