// Package rule decides who is entitled to what, from as many answers as there are.
//
// Evaluation has three values (Kleene's strong logic): a clause is met, not met, or not known, and what is not known never
// becomes a no. It is sound: an outcome that is decided stays so whatever else is answered. It is complete but for
// tautologies ("over 18, or under 18"), which stay unknown until the fact is.
//
// Most callers want New, once for a base, then On for the day of the question, and Day.Judge. Reading order: answer.go (what
// is known of a person), ranges.go, compile.go (a base's rules in a form that evaluates without allocation), day.go (limits
// that change with the day), eval.go, verdict.go (outcome and reasons), fork.go (the answers that make a difference), cases.go.
package rule
