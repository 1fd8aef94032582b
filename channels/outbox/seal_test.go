package outbox

import (
	"bytes"
	"crypto/rand"
	"testing"

	"github.com/plainline/plainline/dialog"
)

func TestASealedMessageBelongsToOnePerson(t *testing.T) {
	t.Parallel()
	s, err := newSealer(rand.Reader, make([]byte, 32))
	if err != nil {
		t.Fatal(err)
	}
	sealed, err := s.seal("sms", "anna", "1", "994501234567", []byte("words"))
	if err != nil {
		t.Fatal(err)
	}
	if to, body, err := s.open("sms", "anna", "1", sealed); to != "994501234567" || string(body) != "words" || err != nil {
		t.Errorf("opened %d and %q, %v; want what was sealed", len(to), body, err)
	}
	for _, other := range [][3]string{{"sms", "bela", "1"}, {"sms", "anna", "2"}, {"sm", "sanna", "1"}} {
		if _, _, err := s.open(other[0], dialog.Person(other[1]), other[2], sealed); err == nil {
			t.Errorf("opened as that of %v, want an error", other)
		}
	}
}

func FuzzSealed(f *testing.F) {
	s, err := newSealer(bytes.NewReader(make([]byte, nonceBytes)), make([]byte, 32))
	if err != nil {
		f.Fatal(err)
	}
	sealed, err := s.seal("sms", "anna", "1", "994501234567", []byte("words"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(sealed)
	f.Add([]byte{})
	f.Add([]byte{1, 200, 200})
	f.Add(append([]byte{12}, "994501234567words"...))
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, _, err := s.open("sms", "anna", "1", data); err == nil && !bytes.Equal(data, sealed) {
			t.Errorf("opened %x, which nobody sealed", data)
		}
		to, body, err := unpack(data)
		if err == nil && (len(to)+len(body) >= len(data) || !bytes.HasSuffix(data, append([]byte(to), body...))) {
			t.Errorf("unpacked %x as %d and %d bytes", data, len(to), len(body))
		}
	})
}
