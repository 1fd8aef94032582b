package source

import "fmt"

// Pos is a place in a file of the knowledge base. Line and Col count from 1; Col counts Unicode characters.
// The zero Pos means "nowhere in particular", as for a fact that a test built by hand.
type Pos struct {
	File string
	Line int
	Col  int
}

// String writes the position as file:line:col, the form every editor program can jump to.
func (p Pos) String() string {
	if p.File == "" {
		return "-"
	}
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col)
}
