package speech

// Names of this package for its tests.
var (
	Paced    = Sound.paced
	Louder   = Sound.louder
	Trim     = Sound.trim
	Levelled = Sound.levelled
	Cut      = (*Recordings).cut
)

// Pieces writes the pieces of a prompt: recorded words in brackets, others as they are.
func Pieces(pieces []piece) (out []string) {
	for _, p := range pieces {
		if p.id != "" {
			out = append(out, "["+p.words+"]")
			continue
		}
		out = append(out, p.words)
	}
	return out
}
