package voice

import (
	"encoding/xml"
	"fmt"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"github.com/plainline/plainline/knowledge"
)

// The verbs of both dialects. They are written by encoding/xml and never glued together, because names and titles hold every
// sign there is.

// document is what a gateway is told to do, verb after verb.
type document struct {
	XMLName xml.Name `xml:"Response"`
	Verbs   []any
}

type play struct {
	XMLName xml.Name `xml:"Play"`
	URL     string   `xml:"url,attr,omitempty"` // Africa's Talking
	Address string   `xml:",chardata"`          // TwiML
}

type say struct {
	XMLName  xml.Name `xml:"Say"`
	Language string   `xml:"language,attr,omitempty"`
	Text     string   `xml:",chardata"`
	Prosody  *prosody
}

// prosody is the element of SSML 1.1, clause 3.2.4, that TwiML takes inside Say.
type prosody struct {
	XMLName xml.Name `xml:"prosody"`
	Rate    string   `xml:"rate,attr,omitempty"`
	Volume  string   `xml:"volume,attr,omitempty"`
	Text    string   `xml:",chardata"`
}

type redirect struct {
	XMLName xml.Name `xml:"Redirect"`
	Method  string   `xml:"method,attr,omitempty"`
	Address string   `xml:",chardata"`
}

type hangup struct {
	XMLName xml.Name `xml:"Hangup"`
}

// bytes writes a document with its declaration.
func (d *document) bytes() ([]byte, error) {
	out, err := xml.Marshal(d)
	if err != nil {
		return nil, fmt.Errorf("write what to say: %w", err)
	}
	return append([]byte(xml.Header), out...), nil
}

// locale gives a language with the country where most people speak it, as gateways name their voices: az-AZ.
func locale(l knowledge.Lang) string {
	tag := language.Make(string(l))
	base, _ := tag.Base()
	if region, confidence := tag.Region(); confidence > language.No {
		return base.String() + "-" + region.String()
	}
	return string(l)
}

// sounds gives the addresses of our own audio for the prompts of a Turn, empty where there is none. All are asked for at
// once, because some may have to be made.
func (v *Voice) sounds(root string, t *Turn) []string {
	out := make([]string, len(t.Prompts))
	if v.options.Audio == nil {
		return out
	}
	var all sync.WaitGroup
	for i := range t.Prompts {
		all.Go(func() {
			p := &t.Prompts[i]
			address, ok := v.options.Audio.Address(p.Lang, p.Rate, p.Louder, p.Heard)
			switch {
			case ok && strings.HasPrefix(address, "/"):
				out[i] = root + address
			case ok:
				out[i] = address
			}
		})
	}
	all.Wait()
	return out
}
