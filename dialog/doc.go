// Package dialog is the vocabulary of a talk: what a person did (Input), what the program means (Reply, made of Blocks and at
// most one Prompt), words with typed values in them (Text, Value), and where the talk stands (Session).
//
// Most callers want Reply and Session; dialog/engine makes the one from the other, and each channel lays a Reply out within
// its own budget. The package holds no behaviour, no layout, and never an address or the words of a person.
package dialog
