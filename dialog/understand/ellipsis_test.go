package understand

import (
	"testing"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

func TestKindred(t *testing.T) {
	t.Parallel()
	b := knowledgetest.Sample()
	n := NewNames(b)
	tests := []struct {
		service, kind knowledge.ServiceID
		want          bool
	}{
		{"passport", "child-passport", true},
		{"passport", "lost-passport", true},
		{"id-card", "id-card-child", true},
		{"passport", "passport", false},
		{"passport", "id-card", false},
		{"child-passport", "passport", false},
		{"divorce", "marriage", false},
		{"passport", "copy-certification", false},
		{"passport", "technical-duplicate", false},
		{"id-card-child", "id-card-lost", false},
		{"passport", "nothing", false},
	}
	for _, lang := range b.Languages {
		for _, tt := range tests {
			if got := n.kindred(b.Service(tt.service), b.Service(tt.kind), lang); got != tt.want {
				t.Errorf("%s: %s is a kind of %s: %v, want %v", lang, tt.kind, tt.service, got, tt.want)
			}
		}
	}
}
