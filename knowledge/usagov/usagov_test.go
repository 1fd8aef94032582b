package usagov

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/lint"
	"github.com/plainline/plainline/knowledge/rule"
	"github.com/plainline/plainline/knowledge/source"
)

const testDay knowledge.Date = 20261121

func set() fs.FS { return os.DirFS("testdata/set") }

func imported(t testing.TB, data fs.FS) (*Result, fstest.MapFS) {
	t.Helper()
	r, err := Import(data, Options{})
	if err != nil {
		t.Fatalf("%v: %v", err, r.Findings)
	}
	files := fstest.MapFS{}
	for _, f := range r.Files {
		files[f.Path] = &fstest.MapFile{Data: f.Data}
	}
	return r, files
}

func TestAnImportedBaseLoads(t *testing.T) {
	t.Parallel()
	r, files := imported(t, set())
	report := lint.Run(files, lint.Options{On: testDay})
	for _, f := range report.Findings {
		if f.Severity == source.Error {
			t.Errorf("the base has an error: %s", f)
		}
	}
	if r.Benefits != 4 || r.Facts != 6 || r.Events != 2 || r.Agencies != 2 || len(r.Untranslated) > 0 {
		t.Errorf("got %d benefits, %d facts, %d events, %d agencies, untranslated %v; want 4, 6, 2, 2, none", r.Benefits, r.Facts, r.Events, r.Agencies, r.Untranslated)
	}
	again, _ := imported(t, set())
	if diff := cmp.Diff(r, again); diff != "" {
		t.Errorf("a second import differs:\n%s", diff)
	}
}

func TestRulesSayWhatTheDataSays(t *testing.T) {
	t.Parallel()
	_, files := imported(t, set())
	base, findings := knowledge.Load(files)
	if base == nil {
		t.Fatal(findings)
	}
	x := rule.New(base)
	for _, test := range []struct {
		service knowledge.ServiceID
		answers map[string]knowledge.Terms
		want    knowledge.Outcome
	}{
		{"th-garden-plot", map[string]knowledge.Terms{"you-resident": {"yes"}, "you-birth-date": {"2008-11-21"}, "you-marital-status": {"married"}}, knowledge.Likely},
		{"th-garden-plot", map[string]knowledge.Terms{"you-birth-date": {"2008-11-22"}}, knowledge.Not},
		{"th-garden-plot", map[string]knowledge.Terms{"you-birth-date": {"1962-11-21"}}, knowledge.Not},
		{"th-garden-plot", map[string]knowledge.Terms{"you-birth-date": {"1962-11-22"}}, knowledge.Depends},
		{"th-garden-plot", map[string]knowledge.Terms{"you-marital-status": {"none"}}, knowledge.Not},
		{"th-moving-grant", map[string]knowledge.Terms{"you-served": {"yes"}, "you-moved-on": {"2024-11-21"}}, knowledge.Likely},
		{"th-moving-grant", map[string]knowledge.Terms{"you-moved-on": {"2024-11-20"}}, knowledge.Not},
		{"cb-lunch", map[string]knowledge.Terms{"you-birth-date": {"1961-11-21"}, "you-moved-on": {"2020-01-21"}}, knowledge.Likely},
		{"cb-lunch", map[string]knowledge.Terms{"you-moved-on": {"2020-01-20"}}, knowledge.Not},
		{"cb-lunch", nil, knowledge.Depends},
	} {
		a, err := rule.Read(base, test.answers)
		if err != nil {
			t.Fatal(err)
		}
		if got := x.On(testDay).Judge(x.Of(test.service), a).Outcome; got != test.want {
			t.Errorf("%s of %v is %s, want %s", test.service, test.answers, got, test.want)
		}
	}
}

func TestFaultsOfTheDataAreTold(t *testing.T) {
	t.Parallel()
	r, _ := imported(t, set())
	var got []string
	for _, f := range r.Findings {
		got = append(got, f.Pos.String()+" "+f.Rule)
	}
	want := []string{
		"content/benefits/cb-lunch.md:1:1 unknown-agency",
		"content/benefits/th-garden-plot.md:7:5 unlisted-criterion",
		"content/benefits/th-garden-plot.md:18:5 label-and-rule",
		"content/benefits/th-garden-plot.md:22:24 unknown-value",
		"content/benefits/th-moving-grant.md:3:11 missing-text",
		"content/benefits/th-moving-grant.md:6:5 unknown-type",
		"content/benefits/th-old-moving-grant.md:1:1 same-rules",
		"content/criteria.csv:3:1 no-way-to-say-no",
		"content/criteria.csv:5:1 no-way-to-say-no",
		"content/criteria.csv:8:1 no-way-to-say-no",
		"content/criteria.csv:8:1 unused-criterion",
		"content/criteria.csv:9:1 unused-criterion",
		"content/life-events/moving-in.md:12:21 tab",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
}

func TestWordsStandInBothLanguages(t *testing.T) {
	t.Parallel()
	_, files := imported(t, set())
	for file, want := range map[string][]string{
		"facts.yaml":                     {`ask: {en: "You live in the town.", es: "Usted vive en la ciudad."}`, `"married": {en: "married", es: "casado"}`},
		"services/th-garden-plot/es.md":  {"- you-birth-date: Usted tiene de 18 a 64 años.", "Su estado civil es: casado"},
		"services/th-garden-plot/en.md":  {`title: "Garden plot for whoever wishes to dig {{and plant}}"`, "A plot in the town's garden - for a year."},
		"organisations/usagov.yaml":      {`number: "+15550100199"`},
		"organisations/town-hall.yaml":   {`es: "Ayuntamiento"`, `website: "https://www.town.example/"`, `short: {en: "TH", es: "TH"}`},
		"services/cb-lunch/service.yaml": {"authority: usagov", `from: "2020-01-21"`},
		"events/moving-in/event.yaml":    {"services: [th-garden-plot, th-moving-grant, th-old-moving-grant]"},
		"lang/es.yaml":                   {`"name": "Español"`},
	} {
		for _, w := range want {
			if f := files[file]; f == nil || !bytes.Contains(f.Data, []byte(w)) {
				t.Errorf("%s lacks %q", file, w)
			}
		}
	}
}

func TestAMissingPhraseIsTakenFromEnglish(t *testing.T) {
	t.Parallel()
	w := &writer{set: &dataSet{}}
	scalar := func(s string) *source.Node { return &source.Node{Kind: source.Scalar, Text: s} }
	language := func(phrases ...source.Pair) *source.Node {
		return &source.Node{Kind: source.Mapping, Pairs: []source.Pair{{Key: scalar("phrases"), Value: &source.Node{Kind: source.Mapping, Pairs: phrases}}}}
	}
	own := language(source.Pair{Key: scalar("home"), Value: scalar("¿Qué?")}, source.Pair{Key: scalar("nonsense"), Value: scalar("?")})
	w.phrases(own, language(source.Pair{Key: scalar("more"), Value: scalar("More")}))
	got := own.Get("phrases")
	if len(got.Pairs) != knowledge.PhraseCount || got.Get("home").Text != "¿Qué?" || got.Get("more").Text != "More" || got.Get("no").Text != "no" || got.Get("nonsense") != nil {
		t.Errorf("got %d phrases, want all %d, Spanish first, then English", len(got.Pairs), knowledge.PhraseCount)
	}
	if len(w.untranslated) != knowledge.PhraseCount-1 {
		t.Errorf("%d phrases are told as untranslated, want %d", len(w.untranslated), knowledge.PhraseCount-1)
	}
}

func TestDataThatCannotBeReadIsRefused(t *testing.T) {
	t.Parallel()
	for name, data := range map[string]fstest.MapFS{
		"nothing":   {},
		"bad CSV":   {"content/criteria.csv": {Data: []byte("a,\"b\n")}},
		"bad YAML":  {"content/benefits/x.md": {Data: []byte("---\na: [\n---\n")}},
		"bad JSON":  {"locales/en/x.json": {Data: []byte("{")}},
		"criterion": {"content/criteria.csv": {Data: []byte("h,h,h,h\n")}, "locales/en/x.json": {Data: []byte("{}")}, "content/benefits/x.md": {Data: []byte("---\neligibility:\n  - criteriaKey: none\n---\n")}},
	} {
		if r, err := Import(data, Options{}); !errors.Is(err, ErrBroken) {
			t.Errorf("%s: got %v %v, want %v", name, r, err, ErrBroken)
		}
	}
}

func TestComparisonsOfDays(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		text  string
		birth bool
		want  string
	}{
		{">18years", true, "at_least 18"}, {"<18years", true, "below 18"}, {"<6months", true, "below 0y6m"}, {"<2years", false, "within 2 years"},
		{"<90days", false, "within 90 days"}, {">01-20-2020", false, "from 2020-01-21"}, {"<01-01-1978", false, "until 1977-12-31"},
		{">30days", false, ""}, {"18years", true, ""}, {"", true, ""}, {">", true, ""}, {"=2years", true, ""}, {">9999years", true, ""}, {">18 moons", true, ""},
	} {
		l, err := compareDays(test.text, test.birth)
		if got := strings.TrimSpace(l.key + " " + l.value); got != test.want || (err == nil) != (test.want != "") {
			t.Errorf("%q: got %q, %v; want %q", test.text, got, err, test.want)
		}
	}
}

// The whole data set; PLAINLINE_USAGOV names its folder.
func TestTheWholeDataSet(t *testing.T) {
	t.Parallel()
	dir := os.Getenv("PLAINLINE_USAGOV")
	if dir == "" {
		t.Skip("PLAINLINE_USAGOV names no folder with the data set")
	}
	r, files := imported(t, os.DirFS(dir))
	if base, findings := knowledge.Load(files); base == nil {
		t.Fatal(findings)
	}
	counts := map[string]int{}
	for _, f := range r.Findings {
		counts[f.Rule]++
	}
	for name, want := range map[string]int{"unknown-value": 1, "tab": 1, "unused-criterion": 5, "unlisted-criterion": 42, "same-rules": 5} {
		if counts[name] != want {
			t.Errorf("%s: got %d findings, want %d", name, counts[name], want)
		}
	}
	if r.Benefits != 61 {
		t.Errorf("got %d benefits, want 61", r.Benefits)
	}
}

func FuzzImport(f *testing.F) {
	f.Add("content/benefits/x.md", []byte("---\ntitle: x\neligibility:\n  - criteriaKey: you_resident\n    acceptableValues: [true]\n---\n"))
	f.Add("content/criteria.csv", []byte("a,b,boolean,TRUE\n"))
	f.Add("locales/en/criteria.json", []byte(`{"a": "b"}`))
	whole := fstest.MapFS{}
	if err := fs.WalkDir(set(), ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(set(), p)
		whole[p] = &fstest.MapFile{Data: data}
		return err
	}); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if !fs.ValidPath(name) || name == "." {
			return
		}
		files := fstest.MapFS{}
		for p, file := range whole {
			if !strings.HasPrefix(p, name+"/") && !strings.HasPrefix(name, p+"/") {
				files[p] = file
			}
		}
		files[name] = &fstest.MapFile{Data: data}
		Import(files, Options{}) // must not panic
	})
}
