package speech

import (
	"errors"
	"fmt"
	"math"
	"time"
	"unicode"
	"unicode/utf8"
)

// What a recording must be like.
const (
	letterFast = 25 * time.Millisecond // nobody speaks faster than so much a letter
	letterSlow = 250 * time.Millisecond
	shortest   = 100 * time.Millisecond
	softest    = 200 // level; 44 dB under the loudest
	clipped    = 4   // samples in a row at the very loudest
	mostClips  = 3
)

// Check says what is wrong with a recording of words, all at once; nil where nothing is. It cannot hear whether they are the
// right words: that takes a person.
func Check(file []byte, words string) error {
	wave, err := DecodeWave(file)
	switch {
	case err != nil:
		return err
	case wave.Cut:
		return errors.New("the file ends before its sound does; copy it again")
	case wave.Rate < Rate:
		return fmt.Errorf("it has %d samples a second; record with %d or more", wave.Rate, Rate)
	}
	s := Resample(wave.Samples, wave.Rate).trim()
	if s.spoken() == 0 {
		return errors.New("nobody speaks in it; was the microphone on?")
	}
	var wrong []error
	if l := s.spoken(); l < softest {
		wrong = append(wrong, fmt.Errorf("it is too soft, %.0f dB under the loudest; go nearer to the microphone", 20*math.Log10(math.MaxInt16/l)))
	}
	if n := clips(wave.Samples); n > mostClips {
		wrong = append(wrong, fmt.Errorf("it is cut off at the loudest in %d places; speak softer or farther away", n))
	}
	least, most := spokenIn(words)
	if d := s.Lasts(); d < least || d > most {
		wrong = append(wrong, fmt.Errorf("it lasts %.1f s, and these words take %.1f to %.1f s; is it another recording?", d.Seconds(), least.Seconds(), most.Seconds()))
	}
	return errors.Join(wrong...)
}

// spokenIn gives how long words take at least and at most. A digit is a word of its own.
func spokenIn(words string) (least, most time.Duration) {
	letters := utf8.RuneCountInString(plainWords(words))
	for _, r := range words {
		if unicode.IsDigit(r) {
			letters += 5
		}
	}
	return max(shortest, time.Duration(letters)*letterFast), time.Second + time.Duration(letters)*letterSlow
}

// clips counts the places where several samples in a row are the loudest there can be.
func clips(samples []int16) (n int) {
	run := 0
	for _, v := range samples {
		if v < math.MaxInt16-8 && v > math.MinInt16+8 {
			run = 0
			continue
		}
		if run++; run == clipped {
			n++
		}
	}
	return n
}
