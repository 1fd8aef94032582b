package knowledgetest

import (
	"bytes"
	"fmt"
	"strings"
	"testing/fstest"
)

// Generate gives a valid base of n services in three languages, each of the size of a real one. Their facts are those of
// Small's passport, their titles are made of common words, so that matching has something to tell apart.
func Generate(n int) fstest.MapFS {
	files := Small()
	templates := map[string][]byte{}
	for name, f := range files {
		if rest, ok := strings.CutPrefix(name, "services/passport/"); ok {
			templates[rest] = f.Data
		}
	}
	for i := range n {
		dir := fmt.Sprintf("services/%s/", GeneratedID(i))
		facts := bytes.Replace(templates["service.yaml"], []byte("code: 1\n"), fmt.Appendf(nil, "code: %d\n", 1000+i), 1)
		files[dir+"service.yaml"] = &fstest.MapFile{Data: facts}
		for _, lang := range []string{"en", "az", "ru"} {
			files[dir+lang+".md"] = &fstest.MapFile{Data: generatedWords(templates[lang+".md"], lang, i)}
		}
	}
	files["topics.yaml"] = &fstest.MapFile{Data: generatedTopics(n)}
	return files
}

// GeneratedID gives the id of the i-th service of Generate.
func GeneratedID(i int) string { return fmt.Sprintf("generated-%04d", i) }

// vocabulary is the words that titles are made of in one language: what is done, to what, for whom.
type vocabulary struct{ acts, things, people []string }

func vocabularyOf(lang string) vocabulary {
	switch lang {
	case "az":
		return vocabulary{
			strings.Fields("Qeydiyyat Dəyişdirmə Bərpa Uzatma Ləğv Təsdiq Ödəniş Yoxlama Qəbul Yenilənmə"),
			strings.Fields("torpağın evin avtomobilin şirkətin sənədin diplomun silahın qayığın dükanın heyvanın telefonun suyun qazın"),
			strings.Fields("tələbə ailə fermer sürücü müəllim əlil pensiyaçı əcnəbi sahibkar uşaq"),
		}
	case "ru":
		return vocabulary{
			strings.Fields("Регистрация Замена Восстановление Продление Отмена Подтверждение Оплата Проверка Приём Обновление"),
			strings.Fields("земли дома автомобиля компании документа диплома оружия лодки магазина животного телефона воды газа"),
			strings.Fields("студенту семье фермеру водителю учителю инвалиду пенсионеру иностранцу предпринимателю ребёнку"),
		}
	}
	return vocabulary{
		strings.Fields("Register Replace Restore Extend Cancel Certify Pay Inspect Enrol Renew"),
		strings.Fields("land house car company document diploma weapon boat shop animal telephone water gas"),
		strings.Fields("student family farmer driver teacher disabled pensioner foreigner trader child"),
	}
}

// title makes the i-th title; the first 1,300 differ.
func (v vocabulary) title(i int) string {
	act, i := v.acts[i%len(v.acts)], i/len(v.acts)
	thing, i := v.things[i%len(v.things)], i/len(v.things)
	return fmt.Sprintf("%s %s %s", act, thing, v.people[i%len(v.people)])
}

// generatedWords gives the passport's words another title and a few paragraphs more.
func generatedWords(template []byte, lang string, i int) []byte {
	v := vocabularyOf(lang)
	title := v.title(i)
	_, sections, _ := strings.Cut(string(template), "\n---\n")
	var b bytes.Buffer
	fmt.Fprintf(&b, "---\ntitle: %s\nshort: %.20s\nnames: [%s %d]\nstate: draft\n---\n", title, shortOf(title), title, i)
	extra := strings.Repeat(title+". {cost.child}. ", 8)
	b.WriteString(strings.Replace(sections, "\n## documents", "\n"+extra+"\n\n"+extra+"\n\n## documents", 1))
	return b.Bytes()
}

// shortOf leaves the last word of a title out.
func shortOf(title string) string { return title[:strings.LastIndexByte(title, ' ')] }

// generatedTopics lists the services in menus of eight.
func generatedTopics(n int) []byte {
	b := bytes.NewBufferString("topics:\n")
	for i := 0; i < n; i += 8 {
		var ids []string
		for j := i; j < min(i+8, n); j++ {
			ids = append(ids, GeneratedID(j))
		}
		fmt.Fprintf(b, "  - {id: topic-%d, title: {en: Topic %d, az: Mövzu %d, ru: Тема %d}, services: [%s]}\n",
			i/8, i/8, i/8, i/8, strings.Join(ids, ", "))
	}
	b.WriteString("events: [new-baby]\n")
	b.WriteString("offices:\n  - {id: capital, title: {en: Capital, az: Paytaxt, ru: Столица}, offices: [centre, north, bus]}\n")
	return b.Bytes()
}
