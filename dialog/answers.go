package dialog

// MaxAnswers is how many answers of a check a session keeps.
const MaxAnswers = 64

// Answer is what a person said to a question of a check of entitlement. Fact is the permanent code of the fact; Lo and Hi are
// as in package rule. It lives in the talk only.
type Answer struct {
	Fact    uint16
	Skipped bool // "I don't know, or rather not say"
	Lo, Hi  int64
}
