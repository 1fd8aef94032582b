package channels

// ParseNumber brings a telephone number as gateways send it, international and perhaps with signs between the digits, to its
// digits. It is not ok where there is something else in it, or where it has not 8 to 15 digits (ITU-T E.164).
func ParseNumber(number string) (Address, bool) {
	out := make([]byte, 0, 16)
	for i := range len(number) {
		switch c := number[i]; {
		case c >= '0' && c <= '9':
			out = append(out, c)
		case c == '+' && len(out) == 0, c == ' ', c == '-', c == '(', c == ')':
		default:
			return "", false
		}
	}
	return Address(out), len(out) >= 8 && len(out) <= 15
}
