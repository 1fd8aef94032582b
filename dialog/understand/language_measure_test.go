package understand_test

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/plainline/plainline/dialog/understand"
	"github.com/plainline/plainline/dialog/understand/learn"
	"github.com/plainline/plainline/knowledge"
)

// Bounds that leave room below what was measured, so that new words in the base do not fail this test by themselves.
const (
	leastLong  = 0.98 // four words or more, folded, the talk's language not known
	leastShort = 0.98 // one to three words, folded, the talk's language known
	leastTalk  = 0.99 // the same, all languages together
	mostOffers = 0.01 // another language offered to who speaks the talk's
)

// TestLanguageIsRight measures on texts that nothing was learned from, and prints a table.
func TestLanguageIsRight(t *testing.T) {
	t.Parallel()
	base, j := sampleBase(), sampleLanguages()
	var all rate
	t.Logf("%-12s %-14s %-14s %-14s %-14s %-14s %s", "texts", "4+ words", "1-3, talk", "1-3, no talk", "offered, 4+", "offered, 1-3", "false offers; p50, p99")
	for _, lang := range base.Languages {
		var held []string
		for _, q := range base.Questions[lang] {
			if q.Held() {
				held = append(held, q.Text)
			}
		}
		for set, texts := range map[string][]string{"held": held, "massive": massive(t, lang)} {
			short := measureLanguage(t, j, set+" "+string(lang), lang, texts)
			all = rate{all.so + short.so, all.all + short.all}
		}
	}
	if all.share() < leastTalk {
		t.Errorf("one to three words in every language: %v right, want %v", all, leastTalk)
	}
}

// rate is how often something was so.
type rate struct{ so, all int }

func (r *rate) add(so bool) {
	r.all++
	if so {
		r.so++
	}
}

func (r rate) share() float64 { return float64(r.so) / float64(max(r.all, 1)) }

func (r rate) String() string { return fmt.Sprintf("%5.1f %% of %d", 100*r.share(), r.all) }

func measureLanguage(t *testing.T, j *understand.Languages, set string, lang knowledge.Lang, texts []string) (short rate) {
	t.Helper()
	var long, unknown, offeredLong, offeredShort, wrongly rate
	var took []time.Duration
	for _, text := range texts {
		folded := learn.Fold(text)
		begun := time.Now()
		got := j.Judge(folded, "")
		took = append(took, time.Since(begun))
		offered := &offeredLong
		if strings.Count(folded, " ") >= 3 {
			long.add(got.Lang == lang)
		} else {
			offered = &offeredShort
			unknown.add(got.Lang == lang)
			short.add(j.Judge(folded, lang).Lang == lang)
		}
		wrongly.add(j.Judge(folded, lang).Switch)
		for _, other := range []knowledge.Lang{"az", "en", "ru"} {
			if other != lang {
				o := j.Judge(folded, other)
				offered.add(o.Switch && o.Lang == lang)
			}
		}
	}
	if len(texts) == 0 {
		return short
	}
	slices.Sort(took)
	t.Logf("%-12s %s %s %s %s %s %s; %v, %v", set, long, short, unknown, offeredLong, offeredShort, wrongly, took[len(took)/2], took[len(took)*99/100])
	if long.share() < leastLong || short.all > 100 && short.share() < leastShort || wrongly.share() > mostOffers {
		t.Errorf("%s: long %v, want %v; short %v, want %v; false offers %v, want at most %v", set, long, leastLong, short, leastShort, wrongly, mostOffers)
	}
	return short
}

// massive reads texts that have nothing to do with the base: what people say to a machine in the house.
func massive(t *testing.T, lang knowledge.Lang) []string {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "..", "shared", "data", "questions", "massive_"+string(lang), "val.tsv"))
	if err != nil {
		t.Skipf("SKIPPED: the MASSIVE texts are not here: %v", err)
	}
	defer f.Close()
	var texts []string
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		_, text, _ := strings.Cut(lines.Text(), "\t")
		texts = append(texts, text)
	}
	if err := lines.Err(); err != nil {
		t.Fatalf("read %s: %v", f.Name(), err)
	}
	return texts
}
