package channels

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"hash"
	"io"
	"log/slog"
	"sync"

	"github.com/plainline/plainline/dialog"
)

// AddressKind says what an address is. Each kind has a key of its own, so that a person on the web cannot be joined with
// the same person on the telephone (PRIV-4); one telephone number is one person over USSD, SMS and voice.
type AddressKind string

// The kinds of address.
const (
	Telephone AddressKind = "telephone"
	WebCookie AddressKind = "web"
	Telegram  AddressKind = "telegram"
	Terminal  AddressKind = "terminal"
)

// Address is the plain address of a person, as a telephone number. It exists only while a request is served, and prints as
// nothing.
type Address string

// String hides the address.
func (Address) String() string { return "[address]" }

// GoString hides the address from %#v.
func (Address) GoString() string { return "[address]" }

// Format hides the address from every verb of package fmt, %d too.
func (a Address) Format(f fmt.State, _ rune) { io.WriteString(f, a.String()) }

// MarshalText hides the address from encoders, such as that of a log in JSON.
func (a Address) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// LogValue implements slog.LogValuer.
func (Address) LogValue() slog.Value { return slog.StringValue("[address]") }

// Secret is the 32 random bytes from which all keys of an installation are made.
type Secret [32]byte

// String hides the secret.
func (Secret) String() string { return "[secret]" }

// GoString hides the secret from %#v.
func (Secret) GoString() string { return "[secret]" }

// Format hides the secret from every verb of package fmt, %d too.
func (s Secret) Format(f fmt.State, _ rune) { io.WriteString(f, s.String()) }

// MarshalText hides the secret from encoders.
func (s Secret) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// LogValue implements slog.LogValuer.
func (s Secret) LogValue() slog.Value { return slog.StringValue(s.String()) }

// Derive makes the key for one purpose, so that no two purposes share one.
func (s *Secret) Derive(purpose string) []byte {
	m := hmac.New(sha256.New, s[:])
	m.Write([]byte("plainline/" + purpose))
	return m.Sum(nil)
}

// Persons turns addresses of one kind into persons by a keyed hash (HMAC-SHA-256, RFC 2104).
type Persons struct{ macs sync.Pool }

// NewPersons makes the hasher of a kind of address.
func NewPersons(s *Secret, kind AddressKind) *Persons {
	key := s.Derive("person/" + string(kind))
	p := &Persons{}
	p.macs.New = func() any { return hmac.New(sha256.New, key) }
	return p
}

// Of gives the person behind an address: 128 bits, enough that no two of a country's numbers meet.
func (p *Persons) Of(a Address) dialog.Person {
	m := p.macs.Get().(hash.Hash)
	m.Reset()
	io.WriteString(m, string(a))
	var sum [sha256.Size]byte
	var text [22]byte
	base64.RawURLEncoding.Encode(text[:], m.Sum(sum[:0])[:16])
	p.macs.Put(m)
	return dialog.Person(text[:])
}
