package web

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/layout"
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/knowledge"
)

// page is what every template gets.
type page struct {
	lang      knowledge.Lang
	Lang, Dir string
	Title     string
	Version   string // of the assets
	Failed    string // what the script says where the line is down
	Exit      string
	Words     words
	Token     string
	Turn      uint32
	End       bool
	Reply     reply
}

// words are the words around a reply, in the language of the page.
type words struct {
	Answer, You, QuickExit, YourQuestion, Send, Notice string
	Back, Start, Person, Help, Shorter, Language       string
	StartAgain, Goodbye                                string
}

func (w *Web) newPage(b *knowledge.Base, lang knowledge.Lang) page {
	l := b.Lang[lang]
	phrase := func(k knowledge.PhraseKey) string { return l.Phrase(k).One.Plain }
	notice := phrase(knowledge.PhraseNotice1)
	p := page{
		lang: lang, Lang: string(lang), Dir: direction(lang), Title: b.Title.In(b, lang).Plain, Version: w.assets.version, Exit: w.options.Exit,
		Words: words{
			Answer: phrase(knowledge.PhraseAssistant), You: phrase(knowledge.PhraseYou), QuickExit: phrase(knowledge.PhraseQuickExit),
			YourQuestion: phrase(knowledge.PhraseYourQuestion), Send: phrase(knowledge.PhraseSend), Notice: notice + layout.AfterLabel(notice),
			Back: phrase(knowledge.PhraseBack), Start: phrase(knowledge.PhraseStart), Person: phrase(knowledge.PhrasePerson),
			Help: phrase(knowledge.PhraseHelp), Shorter: phrase(knowledge.PhraseShorter), Language: phrase(knowledge.PhraseLanguage),
			StartAgain: phrase(knowledge.PhraseStartAgain), Goodbye: phrase(knowledge.PhraseGoodbye),
		},
	}
	for _, part := range withPhone(b, l.Phrase(knowledge.PhraseTryAgain).One) {
		p.Failed += part.Text
	}
	return p
}

// direction gives the way a language is written, for the attribute dir.
func direction(lang knowledge.Lang) string {
	script, _ := language.Make(string(lang)).Script()
	switch script.String() {
	case "Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg":
		return "rtl"
	}
	return "ltr"
}

// reply is a dialog.Reply with its values written.
type reply struct {
	Notices [][]piece
	Blocks  []block
	Source  []piece
	Ask     []piece
	Options []option
}

type block struct {
	Kind string // say, steps, table, list, place, link
	Lead []piece
	Rows []row
	// Lines are the rows of a place that have no label.
	Lines [][]piece
	Sign  string // between lead and address
	URL   string
	Href  string
}

// row is a label, what stands between it and its value where they share a line, and the value.
type row struct {
	Label []piece
	Sign  string
	Value []piece
}

type option struct {
	ID    string
	Key   int
	Label []piece
	Lang  string // where it is not that of the page
	Dir   string
}

func newReply(e *channels.Edition, r *dialog.Reply, lang knowledge.Lang) reply {
	w := writer{e.Writer(lang)}
	v := reply{Source: w.pieces(e.SourceLine(r, false)), Ask: w.pieces(r.Prompt.Ask)}
	for i := range r.Blocks {
		b := &r.Blocks[i]
		if b.Kind == dialog.Notice {
			v.Notices = append(v.Notices, w.pieces(b.Text))
			continue
		}
		v.Blocks = append(v.Blocks, w.block(b))
	}
	for i, o := range r.Prompt.Options {
		shown := option{ID: o.ID, Key: dialog.OptionKey(i), Label: w.pieces(o.Label)}
		if tag, ok := strings.CutPrefix(o.ID, "language/"); ok && tag != string(lang) {
			shown.Lang, shown.Dir = tag, direction(knowledge.Lang(tag))
			if l := e.Base.Lang[knowledge.Lang(tag)]; l != nil {
				shown.Label = []piece{{Text: l.Name}} // a page has all alphabets
			}
		}
		v.Options = append(v.Options, shown)
	}
	return v
}

var blockKinds = map[dialog.BlockKind]string{
	dialog.Say: "say", dialog.Steps: "steps", dialog.Table: "table", dialog.Place: "place", dialog.Link: "link",
}

func (w writer) block(b *dialog.Block) block {
	v := block{Kind: blockKinds[b.Kind], Lead: w.pieces(b.Text), URL: b.URL, Href: href(b.URL)}
	if v.URL != "" {
		v.Sign = sign(v.Lead)
	}
	for i := range b.Rows {
		r := w.row(&b.Rows[i])
		if len(r.Value) == 0 && v.Kind == "place" {
			v.Lines = append(v.Lines, r.Label)
			continue
		}
		if len(r.Value) == 0 && v.Kind == "table" {
			v.Kind = "list" // a table needs two columns
		}
		v.Rows = append(v.Rows, r)
	}
	return v
}
