package dialog

// Event is what a turn leaves for counting and for the log: where the talk stands and what came of the input. It never holds
// words of the person.
type Event struct {
	Spot    Spot
	Outcome Outcome
	Effects []Effect // most turns have none
}

// Outcome says what came of an input.
type Outcome string

// The outcomes of a turn.
const (
	Began        Outcome = "began"
	Resumed      Outcome = "resumed"    // a dropped talk was met again
	Moved        Outcome = "moved"      // an option or a key led somewhere
	Understood   Outcome = "understood" // words led to an answer
	AskedBack    Outcome = "asked-back"
	NotAnswered  Outcome = "not-answered"
	WrongInput   Outcome = "wrong-input"
	BaseReloaded Outcome = "base-reloaded"
	Repeated     Outcome = "repeated" // shown again: the same delivery, or a late one
	Left         Outcome = "left"
	NothingToDo  Outcome = "nothing"
)
