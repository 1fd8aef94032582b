package speech

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Path is where sounds are fetched. What follows is the key of the sound, the steps of loudness, the second at which the
// address ends and a proof that this installation made it; no words, and nothing of the caller.
const Path = "/voice/audio/"

// Mount puts the sounds on the shared port.
func (st *Studio) Mount(mux *http.ServeMux) { mux.HandleFunc("GET "+Path+"{name}", st.serve) }

// sign gives the address of a sound. Its end is rounded up, so that for a while the same sound has the same address and is
// fetched once.
func (st *Studio) sign(k Key, louder int) string {
	lasts := max(st.o.Lasts, time.Minute)
	ends := st.o.Now().Add(lasts).Truncate(lasts).Add(lasts).Unix()
	name := fmt.Sprintf("%s-%d-%d", k, louder, ends)
	return st.o.Public + Path + name + "-" + st.proof(name) + ".wav"
}

// proof is an HMAC-SHA-256 over the name, cut to 128 bits (RFC 2104 clause 5).
func (st *Studio) proof(name string) string {
	mac := hmac.New(sha256.New, st.o.Key)
	mac.Write([]byte(name))
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil)[:16])
}

// read takes an address apart. Not ok where it is not ours or has ended.
func (st *Studio) read(file string) (k Key, louder int, left time.Duration, ok bool) {
	signed, isWave := strings.CutSuffix(file, ".wav")
	parts := strings.SplitN(signed, "-", 4) // a proof may hold hyphens
	if !isWave || len(parts) != 4 || !isKey(parts[0]) {
		return "", 0, 0, false
	}
	name := strings.Join(parts[:3], "-")
	if !hmac.Equal([]byte(st.proof(name)), []byte(parts[3])) {
		return "", 0, 0, false
	}
	louder, err1 := strconv.Atoi(parts[1])
	ends, err2 := strconv.ParseInt(parts[2], 10, 64)
	left = time.Unix(ends, 0).Sub(st.o.Now())
	return Key(parts[0]), louder, left, err1 == nil && err2 == nil && left > 0
}

// serve answers with a sound, or with a bare 404 whatever is wrong.
func (st *Studio) serve(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("X-Content-Type-Options", "nosniff")
	k, louder, left, ok := st.read(r.PathValue("name"))
	if ok {
		st.await(r, k)
	}
	sound, kept := Sound(nil), false
	if ok {
		sound, kept = st.kept(k)
	}
	if !kept {
		w.Header().Set("Cache-Control", "no-store")
		w.WriteHeader(http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", "audio/wav")
	w.Header().Set("Cache-Control", "public, immutable, max-age="+strconv.Itoa(int(left/time.Second)))
	w.Header().Set("ETag", fmt.Sprintf(`"%s-%d"`, k[:32], louder))
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(EncodeWave(sound.louder(louder))))
}

// await waits for a sound that is being made.
func (st *Studio) await(r *http.Request, k Key) {
	st.mu.Lock()
	f := st.flights[k]
	st.mu.Unlock()
	if f == nil {
		return
	}
	select {
	case <-f.done:
	case <-r.Context().Done():
	}
}
