package main

import (
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing/fstest"
	"time"

	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
	"github.com/plainline/plainline/knowledge/sample"
)

// What a large base may cost: services, with ten questions each in three languages.
const (
	learnedServices = 500
	firstLearning   = 10 * time.Second
	laterLearning   = 2 * time.Second
	learnedMemory   = 250 // MB
	queryMedian     = 300 * time.Microsecond
	querySlowest    = 3 * time.Millisecond // p99
)

// ways is how people ask for a service by its title, in each language.
var ways = map[knowledge.Lang][]string{
	"en": {"%s", "i need %s", "%s please", "how do i get %s", "help with %s", "where do they do %s", "%s what is needed", "my brother asks about %s", "%s in our village", "can i have %s today"},
	"az": {"%s", "mənə %s lazımdır", "%s zəhmət olmasa", "%s necə edilir", "%s üçün kömək", "harada %s edirlər", "%s nə lazımdır", "qardaşım %s soruşur", "kəndimizdə %s", "bu gün %s olar"},
	"ru": {"%s", "мне нужно %s", "%s пожалуйста", "как сделать %s", "помогите с %s", "где делают %s", "%s что нужно", "брат спрашивает про %s", "%s в нашем селе", "можно %s сегодня"},
}

// sides is how they ask for the sides of any.
var sides = map[knowledge.Lang]map[string][]string{
	"en": {"fee": {"how much", "price", "what does it cost"}, "documents": {"which papers", "what do i bring", "documents"}, "time": {"how long", "when is it ready", "how many days"}},
	"az": {"fee": {"neçəyədir", "qiyməti", "nə qədər pul"}, "documents": {"hansı sənədlər", "nə gətirim", "sənəd siyahısı"}, "time": {"nə qədər vaxt", "nə vaxt hazır olur", "neçə gün"}},
	"ru": {"fee": {"сколько стоит", "цена", "почём"}, "documents": {"какие документы", "что принести", "список бумаг"}, "time": {"сколько ждать", "когда готово", "сколько дней"}},
}

// printLearning measures what it costs to learn how people ask about a large base, and to ask it.
func printLearning(w io.Writer) error {
	b, findings := knowledge.Load(askedFor(learnedServices))
	if b == nil {
		return fmt.Errorf("load the generated base: %d findings, first %v", len(findings), findings[0])
	}
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	cache := &understand.MemoryCache{}
	begin := cpu()
	first := timed(func() { understand.Learn(b, understand.Options{Cache: cache}) })
	spent := cpu() - begin
	var m *understand.Learned
	later := timed(func() { m = understand.Learn(b, understand.Options{Cache: cache}) })
	cache = nil
	runtime.GC()
	runtime.ReadMemStats(&after)
	kept := float64(int64(after.HeapAlloc)-int64(before.HeapAlloc)) / (1 << 20)
	fmt.Fprintf(w, "\nLearn %d services x %d questions x %d languages: %s (goal < %s: %s; CPU %s), %s from the cache (goal < %s: %s), %.0f MB kept (goal < %d: %s), %s\n",
		learnedServices, len(ways["en"]), len(b.Languages), first.Round(10*time.Millisecond), firstLearning, reached(first < firstLearning), spent.Round(10*time.Millisecond),
		later.Round(10*time.Millisecond), laterLearning, reached(later < laterLearning), kept, learnedMemory, reached(kept < learnedMemory), peakMemory())
	printQueries(w, m, pricesOf(b))
	runtime.KeepAlive(b)
	return printDemonstration(w)
}

// printDemonstration measures the same for the demonstration, asked what it holds aside.
func printDemonstration(w io.Writer) error {
	b, findings := knowledge.Load(sample.FS())
	if b == nil {
		return fmt.Errorf("load the demonstration: %d findings, first %v", len(findings), findings[0])
	}
	lines := 0
	var held []understand.Query
	for _, lang := range b.Languages {
		lines += len(b.Questions[lang])
		for _, e := range b.Questions[lang] {
			if e.Held() {
				held = append(held, understand.Query{Text: e.Text, Lang: lang})
			}
		}
	}
	var m *understand.Learned
	begin := cpu()
	took := timed(func() { m = understand.Learn(b, understand.Options{}) })
	fmt.Fprintf(w, "\nLearn the demonstration, %d services, %d questions: %s (CPU %s)\n", len(b.Services), lines-len(held), took.Round(100*time.Millisecond), (cpu() - begin).Round(100*time.Millisecond))
	printQueries(w, m, held)
	return nil
}

// printQueries asks questions and says what one takes.
func printQueries(w io.Writer, m understand.Matcher, list []understand.Query) {
	took := make([]time.Duration, len(list))
	for i, q := range list {
		took[i] = timed(func() { m.Understand(q) })
	}
	slices.Sort(took)
	p50, p99 := took[len(took)/2], took[len(took)*99/100]
	fmt.Fprintf(w, "  a question: p50 %s (goal <= %s: %s), p99 %s (goal <= %s: %s)\n", p50, queryMedian, reached(p50 <= queryMedian), p99, querySlowest, reached(p99 <= querySlowest))
}

// pricesOf asks what each service costs, in each language.
func pricesOf(b *knowledge.Base) []understand.Query {
	var list []understand.Query
	for _, lang := range b.Languages {
		for i, e := range b.Questions[lang] {
			if i%5 == 0 {
				list = append(list, understand.Query{Text: e.Text + " " + sides[lang]["fee"][i%3], Lang: lang})
			}
		}
	}
	return list
}

func timed(do func()) time.Duration {
	begin := time.Now()
	do()
	return time.Since(begin)
}

func reached(ok bool) string {
	if ok {
		return "reached"
	}
	return "MISSED"
}

// askedFor gives a generated base with questions about every service.
func askedFor(services int) fstest.MapFS {
	files := knowledgetest.Generate(services)
	b, _ := knowledge.Load(files)
	for lang, ways := range ways {
		var lines strings.Builder
		for i := range services {
			id := knowledgetest.GeneratedID(i)
			title := strings.ToLower(b.Service(knowledge.ServiceID(id)).Words[lang].Title.Plain)
			for n, way := range ways {
				fmt.Fprintf(&lines, "{\"id\": \"%s-%d\", \"text\": %q, \"service\": %q, \"origin\": \"synthetic\"}\n", id, n, fmt.Sprintf(way, title), id)
			}
		}
		for _, side := range []string{"fee", "documents", "time"} {
			for n, text := range sides[lang][side] {
				fmt.Fprintf(&lines, "{\"id\": \"%s-%d\", \"text\": %q, \"aspect\": %q, \"origin\": \"synthetic\"}\n", side, n, text, side)
			}
		}
		files["questions/"+string(lang)+".jsonl"] = &fstest.MapFile{Data: []byte(lines.String())}
	}
	return files
}
