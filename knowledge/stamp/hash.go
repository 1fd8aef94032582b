package stamp

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"github.com/plainline/plainline/knowledge"
)

// BlockHash gives the revision of a block of words: the first eight hexadecimal digits of SHA-256 over its words and item
// ids. Spaces, line ends and the state of the block do not count.
func BlockHash(b *knowledge.WordBlock) string {
	var parts []string
	for _, t := range b.Text {
		parts = append(parts, t.String())
	}
	for _, item := range b.Items {
		parts = append(parts, "- "+item.ID+": "+item.Text.String(), item.More.String())
	}
	return hash(parts)
}

// HeaderHash gives the revision of the header of a words file: of its titles. Other names differ by language and do not count.
func HeaderHash(w *knowledge.Words) string {
	return hash([]string{w.Title.String(), w.Short.String(), w.Spoken.String()})
}

func hash(parts []string) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(strings.Join(strings.Fields(p), " ")))
		h.Write([]byte{'\n'})
	}
	return hex.EncodeToString(h.Sum(nil))[:8]
}
