package source

// The rules of reading and loading, by the ids under which knowledge/FORMAT.md explains them. Rules of quality stand in
// package lint.
const (
	RuleFile        = "bad-file"           // a file that cannot be read: too large, not UTF-8
	RuleStrangeFile = "unknown-file"       // a warning: a YAML file that nothing reads
	RuleYAML        = "bad-yaml"           // not YAML, or YAML that the base does not use
	RuleWords       = "bad-words"          // a words file that is not a header and sections
	RuleSlot        = "bad-slot"           // braces in a text that make no slot
	RuleValue       = "bad-value"          // a value of the wrong form
	RuleID          = "bad-id"             // an id with other signs than a-z, 0-9 and hyphens
	RuleUnknownKey  = "unknown-key"        // a key that means nothing here
	RuleMissingKey  = "missing-key"        // a key that must be there
	RuleDuplicate   = "duplicate-key"      // the same key twice
	RuleDuplicateID = "duplicate-id"       // the same id or code twice
	RuleReference   = "unknown-reference"  // an id that nothing has
	RuleUnknownSlot = "unknown-slot"       // a slot that refers to nothing
	RuleLabel       = "missing-label"      // a label without words
	RulePhrase      = "missing-phrase"     // a language that lacks a phrase
	RuleFileMissing = "missing-file"       // a file that must be there
	RuleUndated     = "undated-amount"     // an amount without its first day
	RuleOverlap     = "overlapping-amount" // two amounts for the same case on the same day
)
