package channeltest

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

// scripts are a few words of each family of scripts, as they must arrive: letters with marks before and after, letters that
// join, right to left, without spaces, outside the basic plane.
var scripts = []string{
	"Şəxsiyyət", "ngươi", "Ελληνικά", "Заявление", "ხელმოწერა", "հայերեն", "አማርኛ", "पहचान", "ভাষা", "தமிழ்", "ภาษาไทย", "ភាសា",
	"العربية", "עברית", "اردو", "中文办事", "日本語です", "한국어", "👩‍👩‍👧‍👦", "🇦🇿", "e\u0301te\u0301",
}

// word is what a long text is made of, numbered, so that nothing can be lost or put twice unseen.
func word(i int) string {
	const letters = "abcdefghijklmnopqrstuvwxyz"
	return "w" + string([]byte{letters[i/676%26], letters[i/26%26], letters[i%26]})
}

const longWords = 700

// labels are what telephone numbers are for, each with what must stand before its number: no colon follows a sign.
var labels = map[string]string{"Lost it?": "Lost it? ", "Bring:": "Bring: ", "Open": "Open: ", "Hurry!": "Hurry! "}

// Base is the small base with an answer of 700 words, one in every script, and one with labels of all kinds.
func base(tb testing.TB) *knowledge.Base {
	tb.Helper()
	files := knowledgetest.Small()
	var long strings.Builder
	for i := range longWords {
		long.WriteString(word(i))
		long.WriteString([]string{" ", " ", " ", " ", " ", " ", ". "}[i%7])
	}
	put := func(id, code, text string) {
		files["answers/"+id+"/answer.yaml"] = &fstest.MapFile{Data: []byte("code: " + code + "\nkind: general\nsources:\n  page: {cite: town.example, verified_on: 2026-01-10, confidence: A}\nsource: page\n")}
		files["answers/"+id+"/en.md"] = &fstest.MapFile{Data: []byte("---\ntitle: " + id + "\nnames: [" + id + "]\n---\n\n## answer [draft]\n" + text + "\n")}
	}
	put("longtext", "91", long.String())
	put("scripttext", "92", strings.Join(scripts, " / "))
	put("labeltext", "93", "Numbers.")
	more := func(name, text string) {
		files[name] = &fstest.MapFile{Data: append(bytes.Clone(files[name].Data), text...)}
	}
	more("answers/labeltext/answer.yaml", "refer:\n")
	for i, label := range slices.Sorted(maps.Keys(labels)) {
		more("organisations/rescue.yaml", fmt.Sprintf("  - {id: \"20%d\", number: \"20%[1]d\", short_code: true, charge: free, hours: always, for: {en: %q, az: %[2]q, ru: %[2]q}}\n", i, label))
		more("answers/labeltext/answer.yaml", fmt.Sprintf("  - \"20%d\"\n", i))
	}
	b, findings := knowledge.Load(files)
	if b == nil {
		tb.Fatalf("the base of the exam does not load: %v", findings)
	}
	return b
}
