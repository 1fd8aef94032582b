// Package speech makes the sound of what a call says, because the voices of gateways lack many languages.
//
// A Studio takes pieces of text as layout.Ear gives them. For a piece that a person has recorded it takes the recording; what
// lies between is spoken by a Speaker: nobody, a program such as espeak-ng, or a speech endpoint compatible with OpenAI's. The
// pieces are brought to one loudness, joined with short pauses and kept on disk under a hash of what they say, in at most so
// many bytes. A gateway fetches them from addresses that cannot be guessed, hold no words and expire.
//
// The package never listens, and it decides nothing about a talk: it does not know what a menu is. Sound is 8 kHz, one
// channel, 16 bits, for that is what a telephone carries.
//
// Reading order: sound.go, wav.go and resample.go (sound), speaker.go, command.go and openai.go (voices), record.go and
// index.go (recordings by people), render.go (pieces put together), cache.go (kept on disk), studio.go and serve.go (for
// gateways), take.go (recordings checked).
package speech
