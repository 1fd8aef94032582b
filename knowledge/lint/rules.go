package lint

import (
	"slices"

	"github.com/plainline/plainline/knowledge/source"
)

// Rules gives all rules: first those of loading, which package knowledge applies, then those of this package.
func Rules() []Rule { return slices.Concat(loading(), checks()) }

func loading() []Rule {
	rules := []Rule{
		{ID: source.RuleFile, Statement: "A file is readable UTF-8 text of at most 1 MiB."},
		{ID: source.RuleStrangeFile, Severity: source.Warning, Statement: "Every YAML file of a base is one that something reads."},
		{ID: source.RuleYAML, Statement: "A YAML file is plain YAML: mappings, lists and texts, one document, no anchors or tags."},
		{ID: source.RuleWords, Statement: "A words file is a header between two lines of three hyphens, then sections with paragraphs and items."},
		{ID: source.RuleSlot, Statement: "Braces in a text make a slot such as {cost.standard}."},
		{ID: source.RuleValue, Statement: "A value has the form of its kind: a day, an amount, one of a few words."},
		{ID: source.RuleID, Statement: "An id is made of a-z, digits and hyphens."},
		{ID: source.RuleUnknownKey, Statement: "Only keys, sections and phrases that mean something stand in a file."},
		{ID: source.RuleMissingKey, Statement: "Mandatory keys are there."},
		{ID: source.RuleDuplicate, Statement: "A key, a section or an item stands once."},
		{ID: source.RuleDuplicateID, Statement: "An id or code belongs to one thing only."},
		{ID: source.RuleReference, Statement: "An id that is referred to belongs to something."},
		{ID: source.RuleUnknownSlot, Statement: "A slot refers to a fact that exists."},
		{ID: source.RuleLabel, Statement: "A label has words in every language of its service."},
		{ID: source.RulePhrase, Statement: "A language has all phrases that the program says."},
		{ID: source.RuleFileMissing, Statement: "Files that others need are there."},
		{ID: source.RuleUndated, Statement: "An amount has a first day."},
		{ID: source.RuleOverlap, Statement: "Two amounts for the same case never hold on the same day."},
	}
	for i := range rules {
		if rules[i].Severity == "" {
			rules[i].Severity = source.Error
		}
	}
	return rules
}

func checks() []Rule {
	return []Rule{
		missingFact(),
		missingWords(),
		emptySection(),
		unused(),
		unreachable(),
		missingTranslation(),
		extraTranslation(),
		staleTranslation(),
		unstampedTranslation(),
		expiredReview(),
		missingForm(),
		missingPlural(),
		longTitle(),
		costlyCharacter(),
		hiddenCharacter(),
		instruction(),
		badTelephone(),
		phoneInWords(),
		factInWords(),
		tooManyOptions(),
		hardToRead(),
		usualPrice(),
		gap(),
		expiring(),
		unknownLimit(),
		constantClause(),
		constantRule(),
		duplicateRule(),
		unusedFact(),
		unaskedFact(),
		missingReason(),
		missingWhy(),
		missingCase(),
		failingCase(),
		duplicateName(),
		insecureURL(),
		fewQuestionsRule(),
		heldQuestion(),
		draft(),
	}
}
