// Package learn is the trained core of the matcher: it learns from labelled questions which label a new question has, and
// how far it may be trusted to be right. It works offline, in well under a millisecond a question, in any language that
// writes words with spaces between them.
//
// A text is folded (Fold) and cut into words, pairs of words and short runs of letters (feature.go), weighed by how rare
// they are (vocabulary.go). One linear support vector machine a label (svm.go) and a vote of the nearest known questions
// (near.go) are added up. A calibrator (calibrate.go), taught by leaving whole labels out, turns what they say into the
// probability that the answer is right and that the question belongs to any label at all.
//
// The same examples and options always make the same model, byte for byte; nothing here reads a clock, a file or a source
// of chance. A trained Model may be used by any number of callers at once.
package learn
