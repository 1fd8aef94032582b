package layout_test

import (
	"fmt"

	"github.com/plainline/plainline/channels/layout"
	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/knowledge"
)

func ExampleScreen() {
	w := layout.NewWriter(&knowledge.Language{
		Tag: "en", Decimal: ".",
		Currency: map[string]knowledge.Forms{"AZN": {"nom": {"one": "manat", "other": "manats"}}},
	})
	reply := &dialog.Reply{
		Lang: "en",
		Blocks: []dialog.Block{{Kind: dialog.Say, Text: dialog.Text{Spans: []dialog.Span{
			{Literal: "An identity card costs "}, {Value: &dialog.Value{Kind: dialog.Money, Number: 500, Unit: "AZN"}}, {Literal: "."},
		}}}},
		Prompt: dialog.Prompt{Kind: dialog.Choice, Options: []dialog.Option{{Label: dialog.Text{Plain: "Documents"}}, {Label: dialog.Text{Plain: "Where to go"}}}},
	}
	frame := layout.Frame{More: "98 more", Back: "0 back", Person: "9 person"}
	page := layout.Screen(w, reply, frame, layout.USSD160(), 0)
	fmt.Println(page.Text)
	fmt.Println("--", page.Size.Units, "of", page.Size.Limit, page.Size.Alphabet)
	// Output:
	// An identity card costs 5 manats.
	// 1 Documents
	// 2 Where to go
	// 0 back 9 person
	// -- 74 of 160 GSM-7
}
