package outbox

import (
	"crypto/aes"
	"crypto/cipher"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/dialog"
)

// What is sealed is one byte for the form, the nonce, and the address with its length before it and the body, encrypted by
// AES-256-GCM. Channel, person and key are authenticated with it, so that nobody can move a message to another person.
// Nonces are random, which is sound for 2^32 messages (NIST SP 800-38D, 8.3).
const (
	sealForm   = 1
	nonceBytes = 12
	headBytes  = 1 + nonceBytes
)

// errSealed says that what was kept of a message cannot be read; it quotes nothing.
var errSealed = errors.New("what was kept of the message cannot be read: another secret sealed it, or it is damaged")

type sealer struct {
	rand io.Reader
	aead cipher.AEAD
}

func newSealer(rand io.Reader, key []byte) (*sealer, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, fmt.Errorf("prepare to seal: %w", err)
	}
	aead, err := cipher.NewGCM(block)
	return &sealer{rand: rand, aead: aead}, err
}

func (s *sealer) seal(channel string, p dialog.Person, key string, to channels.Address, body []byte) ([]byte, error) {
	out := make([]byte, headBytes, headBytes+binary.MaxVarintLen64+len(to)+len(body)+s.aead.Overhead())
	out[0] = sealForm
	if _, err := io.ReadFull(s.rand, out[1:]); err != nil {
		return nil, fmt.Errorf("draw a nonce: %w", err)
	}
	out = binary.AppendUvarint(out, uint64(len(to)))
	out = append(append(out, to...), body...)
	head := out[:headBytes]
	return s.aead.Seal(head, head[1:], out[headBytes:], belonging(channel, p, key)), nil
}

func (s *sealer) open(channel string, p dialog.Person, key string, sealed []byte) (channels.Address, []byte, error) {
	if len(sealed) < headBytes || sealed[0] != sealForm {
		return "", nil, errSealed
	}
	plain, err := s.aead.Open(nil, sealed[1:headBytes], sealed[headBytes:], belonging(channel, p, key))
	if err != nil {
		return "", nil, errSealed
	}
	return unpack(plain)
}

// unpack reads what was sealed.
func unpack(plain []byte) (channels.Address, []byte, error) {
	n, size := binary.Uvarint(plain)
	if size <= 0 || n > uint64(len(plain)-size) {
		return "", nil, errSealed
	}
	at := size + int(n)
	return channels.Address(plain[size:at]), plain[at:], nil
}

// belonging joins what a sealed message belongs to; the lengths keep the parts apart.
func belonging(channel string, p dialog.Person, key string) []byte {
	out := make([]byte, 0, 3*binary.MaxVarintLen32+len(channel)+len(p)+len(key))
	for _, part := range [...]string{channel, string(p), key} {
		out = append(binary.AppendUvarint(out, uint64(len(part))), part...)
	}
	return out
}
