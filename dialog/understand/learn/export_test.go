package learn

// Seal adds a checksum, so that the fuzzer reaches what lies behind it.
func Seal(b []byte) []byte { return seal(b) }
