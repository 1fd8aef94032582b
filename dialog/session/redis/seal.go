package redis

import (
	"crypto/aes"
	"crypto/cipher"
	"errors"
	"fmt"
	"io"
	"log/slog"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/session"
)

// A sealed session is the key's ID, the nonce, and the encoding encrypted by AES-256-GCM with its tag. The person is
// authenticated along with it, so that nobody can move a session to another person.

// Key encrypts sessions. To change it, give the new one another ID and the old one as Previous. Nonces are random, so
// a key should be changed before it has sealed 2^32 sessions (NIST SP 800-38D, 8.3).
type Key struct {
	ID     byte
	Secret [32]byte
}

// String gives the ID only.
func (k Key) String() string { return fmt.Sprintf("key %d", k.ID) }

// GoString gives the ID only.
func (k Key) GoString() string { return k.String() }

// LogValue implements slog.LogValuer.
func (k Key) LogValue() slog.Value { return slog.StringValue(k.String()) }

const (
	nonceBytes = 12
	headBytes  = 1 + nonceBytes
)

type sealer struct {
	rand    io.Reader
	id      byte
	current cipher.AEAD
	all     map[byte]cipher.AEAD
}

func newSealer(rand io.Reader, current Key, previous []Key) (*sealer, error) {
	if rand == nil {
		return nil, errors.New("no source of random bytes given")
	}
	s := &sealer{rand: rand, id: current.ID, all: make(map[byte]cipher.AEAD)}
	for _, k := range append([]Key{current}, previous...) {
		if k.Secret == [32]byte{} {
			return nil, fmt.Errorf("%v is all zeros", k)
		}
		if s.all[k.ID] != nil {
			return nil, fmt.Errorf("%v is given twice", k)
		}
		block, err := aes.NewCipher(k.Secret[:])
		if err != nil {
			return nil, fmt.Errorf("%v: %w", k, err)
		}
		if s.all[k.ID], err = cipher.NewGCM(block); err != nil {
			return nil, fmt.Errorf("%v: %w", k, err)
		}
	}
	s.current = s.all[current.ID]
	return s, nil
}

// seal encodes and encrypts in place.
func (s *sealer) seal(p dialog.Person, next *dialog.Session) ([]byte, error) {
	out := make([]byte, headBytes, 512)
	out[0] = s.id
	if _, err := io.ReadFull(s.rand, out[1:]); err != nil {
		return nil, fmt.Errorf("draw a nonce: %w", err)
	}
	out, err := session.Append(out, next)
	if err != nil {
		return nil, err
	}
	head, body := out[:headBytes], out[headBytes:]
	return s.current.Seal(head, head[1:], body, []byte(p)), nil
}

// open decrypts and decodes. The error wraps session.ErrCorrupt.
func (s *sealer) open(p dialog.Person, sealed string) (dialog.Session, error) {
	if len(sealed) < headBytes || len(sealed) > headBytes+session.MaxBytes+64 {
		return dialog.Session{}, fmt.Errorf("%w: sealed in %d bytes", session.ErrCorrupt, len(sealed))
	}
	key := s.all[sealed[0]]
	if key == nil {
		return dialog.Session{}, fmt.Errorf("%w: sealed by key %d, which is not given", session.ErrCorrupt, sealed[0])
	}
	all := []byte(sealed)
	head, body := all[:headBytes], all[headBytes:]
	data, err := key.Open(body[:0], head[1:], body, []byte(p))
	if err != nil {
		return dialog.Session{}, fmt.Errorf("%w: key %d does not open it", session.ErrCorrupt, sealed[0])
	}
	return session.Decode(data)
}
