package main

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/plainline/plainline/channels"
)

// dataFlag says where the state of this installation is.
type dataFlag struct {
	Data       string `placeholder:"DIR" help:"Where this installation keeps its state. Default: $XDG_STATE_HOME/plainline, else ~/.local/state/plainline."`
	SecretFile string `placeholder:"FILE" help:"Read the secret from here and keep no state: 32 bytes, or 64 hexadecimal digits. The same on every machine."`
}

// secret gives the secret of this installation. It is made on the first start and stays: by it a person is known again
// after a restart, and by it the gateway's path stays the same.
func (f dataFlag) secret(h *host) (*channels.Secret, error) {
	if f.SecretFile != "" {
		s, err := readSecret(f.SecretFile)
		if err != nil {
			return nil, hint(err, "a secret is made by: head -c 32 /dev/urandom > FILE")
		}
		return s, nil
	}
	dir, err := f.dir(h)
	if err != nil {
		return nil, err
	}
	name := filepath.Join(dir, "secret")
	err = os.MkdirAll(dir, 0o700)
	if err == nil {
		err = makeSecret(dir, name)
	}
	if err != nil {
		return nil, hint(fmt.Errorf("keep state: %w", err), "name a folder that this user may write: -data DIR")
	}
	s, err := readSecret(name)
	if err != nil {
		return nil, hint(err, "name another folder with -data, or put back the secret that was there")
	}
	return s, nil
}

func (f dataFlag) dir(h *host) (string, error) {
	if f.Data != "" {
		return f.Data, nil
	}
	if state := h.getenv("XDG_STATE_HOME"); filepath.IsAbs(state) { // a relative one is to be ignored (XDG base directories 0.8)
		return filepath.Join(state, "plainline"), nil
	}
	if home := h.getenv("HOME"); home != "" {
		return filepath.Join(home, ".local", "state", "plainline"), nil
	}
	return "", hint(errors.New("there is no home directory to keep state in"), "name a folder: -data DIR")
}

// makeSecret writes a new secret where there is none. Where two programs start at once, the first to put its file in place
// wins.
func makeSecret(dir, name string) error {
	if _, err := os.Lstat(name); err == nil {
		return nil
	}
	draft, err := os.CreateTemp(dir, ".secret-") // mode 0600
	if err != nil {
		return err
	}
	defer os.Remove(draft.Name())
	var s channels.Secret
	rand.Read(s[:]) // never fails: crypto/rand ends the program instead
	_, err = draft.Write(s[:])
	if err := errors.Join(err, draft.Sync(), draft.Close()); err != nil {
		return err
	}
	if err := os.Link(draft.Name(), name); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return nil
}

func readSecret(name string) (*channels.Secret, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("read secret: %w", err)
	}
	var s channels.Secret
	if text := strings.TrimSpace(string(data)); len(data) != len(s) && len(text) == hex.EncodedLen(len(s)) {
		if data, err = hex.DecodeString(text); err != nil {
			return nil, fmt.Errorf("read secret: %s holds 64 signs that are not all hexadecimal digits", name)
		}
	}
	if len(data) != len(s) {
		return nil, fmt.Errorf("read secret: %s holds %d bytes, not %d", name, len(data), len(s))
	}
	copy(s[:], data)
	return &s, nil
}
