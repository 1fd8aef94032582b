package understand

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/plainline/plainline/dialog/understand/learn"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
	"github.com/plainline/plainline/knowledge/sample"
)

// handful is a few English questions, as lines of a file: service or aspect or answer, then the texts.
var handful = []struct{ key, id, texts string }{
	{"service", "passport", "i want to travel abroad|pasport for my wife|my passport is full of stamps|going to see my son in another country|travel papers"},
	{"service", "pension", "i am old now|money for old people|when can i stop working|my mother turned 65|pension"},
	{"service", "birth-certificate", "paper for our baby|newborn papers|register our little girl|birth paper|our son was born"},
	{"aspect", "fee", "how much|what does it cost|do i have to pay|price pls|is it free"},
	{"aspect", "documents", "what papers|what do i bring|which documents|what should i have with me|papers needed"},
	{"answer", "taxes", "tax on my shop|how do i pay tax|tax office|vat refund|my tax is late"},
}

const secret = "zebra" // stands in held questions only

// handfulFiles gives the small base with the handful to learn from, and held questions for everything.
func handfulFiles() fstest.MapFS {
	var b strings.Builder
	for _, h := range handful {
		for i, text := range strings.Split(h.texts, "|") {
			fmt.Fprintf(&b, "{\"id\": \"%s-%d\", \"text\": %q, %q: %q, \"origin\": \"synthetic\"}\n", h.id, i, text, h.key, h.id)
			fmt.Fprintf(&b, "{\"id\": \"eval-%s-%d\", \"text\": %q, %q: %q, \"origin\": \"synthetic\"}\n", h.id, i, secret+" "+text, h.key, h.id)
		}
	}
	b.WriteString(`{"id": "eval-event", "text": "zebra is born", "event": "new-baby", "origin": "real"}` + "\n")
	b.WriteString(`{"id": "eval-both", "text": "zebra pass price", "service": "passport", "aspect": "fee", "origin": "real"}` + "\n")
	b.WriteString(`{"id": "none-1", "text": "smoke in the stairs", "none": true, "refer": "112", "origin": "real"}` + "\n")
	b.WriteString(`{"id": "eval-none", "text": "zebra in the stairs", "none": true, "refer": "112", "origin": "real"}` + "\n")
	files := knowledgetest.Small()
	files["questions/en.jsonl"] = &fstest.MapFile{Data: []byte(b.String())}
	return files
}

func handfulBase(tb testing.TB) *knowledge.Base {
	tb.Helper()
	b, findings := knowledge.Load(handfulFiles())
	if b == nil {
		tb.Fatalf("the base does not load: %v", findings)
	}
	return b
}

// withoutHeld gives a base as it would be had nobody held anything aside.
func withoutHeld(b *knowledge.Base) *knowledge.Base {
	other := *b
	other.Questions = map[knowledge.Lang][]*knowledge.Example{}
	for lang, list := range b.Questions {
		other.Questions[lang] = slices.DeleteFunc(slices.Clone(list), (*knowledge.Example).Held)
	}
	return &other
}

// curriculumOf is what a language's models learn from.
func curriculumOf(b *knowledge.Base, lang knowledge.Lang) curriculum {
	c := newCurriculum(b, lang, b.Questions[lang])
	c.base = nil
	return c
}

// What is held aside leaves no trace in what is learned: not as it stands, not put together with anything, not in the order.
func TestHeldQuestionsAreNotLearned(t *testing.T) {
	t.Parallel()
	shown, findings := knowledge.Load(sample.FS())
	if shown == nil {
		t.Fatalf("the sample base does not load: %v", findings)
	}
	for name, b := range map[string]*knowledge.Base{"sample": shown, "handful": handfulBase(t)} {
		for lang, list := range b.Questions {
			if !slices.ContainsFunc(list, (*knowledge.Example).Held) {
				t.Errorf("%s, %s: nothing is held aside, so nothing is tested", name, lang)
			}
			if got, want := curriculumOf(b, lang), curriculumOf(withoutHeld(b), lang); !reflect.DeepEqual(got, want) {
				t.Errorf("%s, %s: %d and %d examples; without the held questions %d and %d of other content",
					name, lang, len(got.targets), len(got.aspects), len(want.targets), len(want.aspects))
			}
		}
	}
}

// The same, seen from the other side: a word that stands in held questions only is nowhere in what is learned.
func TestHeldWordsAreNotLearned(t *testing.T) {
	t.Parallel()
	b := handfulBase(t)
	c := curriculumOf(b, "en")
	for _, e := range slices.Concat(c.targets, c.aspects) {
		if strings.Contains(e.Text, secret) {
			t.Errorf("%q is learned as %s, though it is held aside", e.Text, e.Label)
		}
	}
	for text := range Learn(b, Options{}).models["en"].refer {
		if strings.Contains(text, secret) {
			t.Errorf("%q refers to a hotline, though it is held aside", text)
		}
	}
}

// The texts of the sample's held questions may not stand among what is learned by accident either: not as questions.
func TestSampleHoldsItsQuestionsAside(t *testing.T) {
	t.Parallel()
	b, findings := knowledge.Load(sample.FS())
	if b == nil {
		t.Fatalf("the sample base does not load: %v", findings)
	}
	for lang, list := range b.Questions {
		taught := map[string]string{}
		for _, e := range list {
			if !e.Held() {
				taught[e.Text] = e.ID
			}
		}
		for _, e := range list {
			if id := taught[e.Text]; id != "" && e.Held() {
				t.Errorf("%s: %q is held as %s and learned as %s", lang, e.Text, e.ID, id)
			}
		}
	}
}

func TestPairingIsDeterministic(t *testing.T) {
	t.Parallel()
	first := curriculumOf(handfulBase(t), "en")
	for range 5 {
		if again := curriculumOf(handfulBase(t), "en"); !reflect.DeepEqual(first, again) {
			t.Fatalf("the same base gave\n%v\nthen\n%v", first, again)
		}
	}
	pairs := map[string]int{}
	for _, e := range first.targets {
		for _, side := range []string{"how much", "what papers"} {
			if strings.HasSuffix(e.Text, " "+side) || strings.HasPrefix(e.Text, side+" ") {
				pairs[side]++
			}
		}
	}
	if pairs["how much"] == 0 || pairs["what papers"] == 0 {
		t.Errorf("services are put together with aspects %v times, want some of each", pairs)
	}
}

func TestNothingToPair(t *testing.T) {
	t.Parallel()
	b := handfulBase(t)
	only := slices.DeleteFunc(slices.Clone(b.Questions["en"]), func(e *knowledge.Example) bool { return e.Service == "" || e.Held() })
	b.Questions["en"] = only
	c := curriculumOf(b, "en")
	if len(c.aspects) != len(only) {
		t.Errorf("%d services without an aspect to pair give %d sides, want one each", len(only), len(c.aspects))
	}
}

// asked is what the handful is asked, and what the first place thought of must be.
var asked = []struct{ text, want string }{
	{"travel papers for my wife, how much", "fee/passport"},
	{"what do i bring for the pension", "documents/pension"},
	{"i need to pay the tax of my shop", "answer/taxes"},
	{"our little son was born", "service/birth-certificate"},
}

// told asks a matcher everything and gives its answers, to be compared.
func told(m Matcher) string {
	var b strings.Builder
	for _, a := range asked {
		fmt.Fprintf(&b, "%+v\n", m.Understand(Query{Text: a.text, Lang: "en"}))
	}
	return b.String()
}

func TestLearnFromAHandful(t *testing.T) {
	t.Parallel()
	l := Learn(handfulBase(t), Options{})
	for _, a := range asked {
		m := l.Understand(Query{Text: a.text, Lang: "en"})
		if len(m.Ranked) == 0 || string(m.Ranked[0].Target) != a.want {
			t.Errorf("%q is understood as %+v, want %s first", a.text, m.Ranked, a.want)
		}
	}
	if l.models["az"] != nil {
		t.Error("a language without questions has learned something")
	}
}

func TestLearningIsDeterministic(t *testing.T) {
	t.Parallel()
	first, again := told(Learn(handfulBase(t), Options{})), told(Learn(handfulBase(t), Options{}))
	if first != again {
		t.Errorf("the same base learned\n%s\nthen\n%s", first, again)
	}
}

// countingCache counts what it is asked for.
type countingCache struct {
	MemoryCache
	count      sync.Mutex
	hits, puts int
}

func (c *countingCache) Get(key string) []byte {
	b := c.MemoryCache.Get(key)
	c.count.Lock()
	defer c.count.Unlock()
	if b != nil {
		c.hits++
	}
	return b
}

func (c *countingCache) Put(key string, model []byte) {
	c.MemoryCache.Put(key, model)
	c.count.Lock()
	defer c.count.Unlock()
	c.puts++
}

func TestTheCacheIsUsed(t *testing.T) {
	t.Parallel()
	c := &countingCache{}
	first := told(Learn(handfulBase(t), Options{Cache: c}))
	if c.hits != 0 || c.puts != 3 {
		t.Fatalf("an empty cache gave %d models and took %d, want 0 and 3", c.hits, c.puts)
	}
	trainedAgain := false
	o := Options{Cache: c, Progress: func(knowledge.Lang, int, int) { trainedAgain = true }}
	if again := told(Learn(handfulBase(t), o)); again != first {
		t.Errorf("learned\n%s\nfrom the cache\n%s", first, again)
	}
	if c.hits != 3 || c.puts != 3 || trainedAgain {
		t.Errorf("the second time: %d models from the cache, %d put there in all, trained %v; want 3, 3 and false", c.hits, c.puts, trainedAgain)
	}
}

// A held question may change at will without any training; one to learn from may not.
func TestTheCacheFollowsTheQuestions(t *testing.T) {
	t.Parallel()
	c := &countingCache{}
	b := handfulBase(t)
	Learn(b, Options{Cache: c})
	Learn(withoutHeld(b), Options{Cache: c})
	if c.hits != 3 || c.puts != 3 {
		t.Errorf("without the held questions %d models came from the cache and %d were trained in all, want 3 and 3", c.hits, c.puts)
	}
	other := *b
	e := *b.Questions["en"][0]
	e.Text += " please"
	other.Questions = map[knowledge.Lang][]*knowledge.Example{"en": append([]*knowledge.Example{&e}, b.Questions["en"][1:]...)}
	Learn(&other, Options{Cache: c})
	if c.puts != 6 {
		t.Errorf("after one question changed %d models were trained in all, want 6", c.puts)
	}
}

func TestADamagedCacheIsTrainedAgain(t *testing.T) {
	t.Parallel()
	damages := map[string]func([]byte) []byte{
		"cut short":  func(b []byte) []byte { return b[:len(b)/2] },
		"one byte":   func(b []byte) []byte { return b[:1] },
		"too long":   func(b []byte) []byte { return append(slices.Clone(b), 0) },
		"other text": func([]byte) []byte { return []byte("<html>not found</html>") },
		"one bit":    func(b []byte) []byte { b = slices.Clone(b); b[len(b)/2] ^= 4; return b },
		"first byte": func(b []byte) []byte { return append([]byte{^b[0]}, b[1:]...) },
	}
	whole := &countingCache{}
	want := told(Learn(handfulBase(t), Options{Cache: whole}))
	for name, damage := range damages {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := &countingCache{}
			for key, model := range whole.models {
				c.MemoryCache.Put(key, damage(model))
			}
			if got := told(Learn(handfulBase(t), Options{Cache: c})); got != want {
				t.Errorf("learned\n%s\nwant\n%s", got, want)
			}
			if c.puts != 3 {
				t.Errorf("%d models were trained again, want 3", c.puts)
			}
			for key, model := range whole.models {
				if !slices.Equal(c.models[key], model) {
					t.Errorf("the model %s was not mended", key)
				}
			}
		})
	}
}

func TestTheFingerprintTellsApart(t *testing.T) {
	t.Parallel()
	seen := map[string]string{}
	for name, list := range map[string][]learn.Example{
		"none":          nil,
		"one":           {{Label: "a", Text: "b c"}},
		"words moved":   {{Label: "a b", Text: "c"}},
		"two":           {{Label: "a", Text: "b"}, {Label: "c", Text: "d"}},
		"order changed": {{Label: "c", Text: "d"}, {Label: "a", Text: "b"}},
		"signs inside":  {{Label: "a", Text: "b\" \"c"}},
	} {
		for _, what := range []string{"targets/en", "targets/az"} {
			key := fingerprint(what, list)
			if other := seen[key]; other != "" {
				t.Errorf("%s of %s has the fingerprint of %s", name, what, other)
			}
			seen[key] = name + " of " + what
		}
	}
}
