package knowledge_test

import (
	"maps"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

// FuzzLoad puts any text in the place of any file of a base: loading must say what is wrong, or load.
func FuzzLoad(f *testing.F) {
	names := slices.Sorted(maps.Keys(knowledgetest.Small()))
	for i, name := range names {
		f.Add(i, string(knowledgetest.Small()[name].Data))
	}
	f.Add(0, "")
	f.Add(1, "null")
	f.Fuzz(func(t *testing.T, i int, text string) {
		files := knowledgetest.Small()
		name := names[uint(i)%uint(len(names))]
		files[name] = &fstest.MapFile{Data: []byte(text)}
		base, findings := knowledge.Load(files)
		if base == nil && len(findings) == 0 {
			t.Errorf("%s: %q does not load and no finding says why", name, text)
		}
	})
}

// A file of each kind that is empty, of another shape or full of empty values must give findings and no panic.
func TestHollowFiles(t *testing.T) {
	t.Parallel()
	hollow := []string{"", "x", "[]", "{}", "[[]]", "---\n---\n", "sources:\ncosts: [{}]\nvalues: [{}]\nevidence: [{any_of: []}]\nhotlines: [{}]\nweekly: [{}]\n"}
	for _, name := range []string{"base.yaml", "topics.yaml", "places.yaml", "parameters.yaml", "lang/en.yaml",
		"organisations/town.yaml", "offices/centre.yaml", "offices/hours/week.yaml", "offices/holidays/land.yaml",
		"events/new-baby/event.yaml", "answers/appeal/answer.yaml", "notices/bus-late.yaml", passport, "services/passport/en.md"} {
		for _, text := range hollow {
			files := knowledgetest.Small()
			files[name] = &fstest.MapFile{Data: []byte(text)}
			if base, findings := knowledge.Load(files); base == nil && len(findings) == 0 {
				t.Errorf("%s: %q does not load and no finding says why", name, text)
			}
		}
	}
}
