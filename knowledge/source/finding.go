package source

// Severity says what a finding does to the base: an Error keeps it from loading, a Warning does not.
type Severity string

// The two severities of a finding.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// Finding is one thing that is wrong with the base, told to an editor. Message says what is wrong and quotes it,
// Advice says what to write instead, Rule is the id under which knowledge/FORMAT.md explains the rule.
type Finding struct {
	Pos      Pos
	Severity Severity
	Rule     string
	Message  string
	Advice   string
}
