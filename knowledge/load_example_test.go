package knowledge_test

import (
	"fmt"

	"github.com/plainline/plainline/knowledge"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

func ExampleLoad() {
	base, findings := knowledge.Load(knowledgetest.Small())
	if base == nil {
		fmt.Println(findings)
		return
	}
	passport := base.Service("passport")
	words, _ := base.ServiceWords(passport, "en")
	fee, _ := passport.Costs[0].Total()
	fmt.Println(words.Title, fee, passport.Costs[0].Source.Cite)
	// Output: Passport of a citizen 4000 law.example
}
