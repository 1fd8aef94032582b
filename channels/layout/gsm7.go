package layout

// defaultAlphabet is the GSM 7-bit default alphabet in code order (3GPP TS 23.038, clause 6.2.1). Code 0x1B is the
// escape to the extension table and stands for no letter.
var defaultAlphabet = [128]rune{
	'@', '£', '$', '¥', 'è', 'é', 'ù', 'ì', 'ò', 'Ç', '\n', 'Ø', 'ø', '\r', 'Å', 'å',
	'Δ', '_', 'Φ', 'Γ', 'Λ', 'Ω', 'Π', 'Ψ', 'Σ', 'Θ', 'Ξ', 0x1B, 'Æ', 'æ', 'ß', 'É',
	' ', '!', '"', '#', '¤', '%', '&', '\'', '(', ')', '*', '+', ',', '-', '.', '/',
	'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ':', ';', '<', '=', '>', '?',
	'¡', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O',
	'P', 'Q', 'R', 'S', 'T', 'U', 'V', 'W', 'X', 'Y', 'Z', 'Ä', 'Ö', 'Ñ', 'Ü', '§',
	'¿', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o',
	'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z', 'ä', 'ö', 'ñ', 'ü', 'à',
}

// extension lists the characters of the extension table (clause 6.2.1.1): each costs an escape and a septet.
var extension = [...]rune{'\f', '^', '{', '}', '\\', '[', '~', ']', '|', '€'}

// cheapLetters bounds the table of costs: all of the alphabet but the euro sign lies below it.
const cheapLetters = 0x400

// septetCosts holds what a character below cheapLetters costs in septets; 0 says that the alphabet lacks it.
var septetCosts = makeSeptetCosts()

func makeSeptetCosts() (costs [cheapLetters]uint8) {
	for code, r := range defaultAlphabet {
		if code != 0x1B {
			costs[r] = 1
		}
	}
	for _, r := range extension {
		if r < cheapLetters {
			costs[r] = 2
		}
	}
	return costs
}

// septets gives the cost of a character, or 0 where the alphabet lacks it.
func septets(r rune) int {
	if uint32(r) < cheapLetters {
		return int(septetCosts[r])
	}
	if r == '€' {
		return 2
	}
	return 0
}
