package speech_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"github.com/plainline/plainline/channels/layout"
	"github.com/plainline/plainline/channels/voice/speech"
	"github.com/plainline/plainline/knowledge"
)

// hummer is a voice that hums a tenth of a second a word.
type hummer struct {
	asked atomic.Int64
	fails bool
	wait  chan struct{}
}

func (h *hummer) Voice(lang knowledge.Lang) string { return "hum" }

func (h *hummer) Speak(ctx context.Context, u speech.Utterance) (speech.Sound, error) {
	h.asked.Add(1)
	if h.wait != nil {
		<-h.wait
	}
	if h.fails {
		return nil, errors.New("hoarse")
	}
	return tone(300, speech.Rate, 0.1*float64(1+strings.Count(u.Text, " ")), 9000), nil
}

var today = time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)

func studio(t testing.TB, s speech.Speaker, r *speech.Recordings, dir string) *speech.Studio {
	t.Helper()
	cache, err := speech.OpenCache(dir, 1<<20)
	if err != nil {
		t.Fatal(err)
	}
	return studioAt(s, r, cache, func() time.Time { return today })
}

func studioAt(s speech.Speaker, r *speech.Recordings, cache *speech.Cache, now func() time.Time) *speech.Studio {
	return speech.NewStudio(s, r, cache, speech.StudioOptions{
		Key: []byte("key"), Now: now, Lasts: time.Hour, Patience: time.Minute, Log: slog.New(slog.DiscardHandler),
	})
}

func words(s string) []layout.Heard { return []layout.Heard{{Words: s}} }

func TestManyWantOnePrompt(t *testing.T) {
	t.Parallel()
	h := &hummer{wait: make(chan struct{})}
	st := studio(t, h, nil, t.TempDir())
	var all sync.WaitGroup
	urls := make([]string, 50)
	for i := range urls {
		all.Go(func() { urls[i], _ = st.Address("en", 140, 0, words("A passport costs forty manat.")) })
	}
	close(h.wait)
	all.Wait()
	if n := h.asked.Load(); n != 1 || urls[0] == "" || slices.ContainsFunc(urls, func(u string) bool { return u != urls[0] }) {
		t.Errorf("the voice spoke %d times for addresses %q; want once, and one address", n, slices.Compact(urls))
	}
	st.Wait()
	if got := st.Counts(); got.Made != 1 {
		t.Errorf("counts %+v, want one made", got)
	}
}

func TestAddress(t *testing.T) {
	t.Parallel()
	now := today
	cache, err := speech.OpenCache("", 1<<20)
	if err != nil {
		t.Fatal(err)
	}
	st := studioAt(&hummer{}, nil, cache, func() time.Time { return now })
	mux := http.NewServeMux()
	st.Mount(mux)
	get := func(url string) *httptest.ResponseRecorder {
		w := httptest.NewRecorder()
		mux.ServeHTTP(w, httptest.NewRequest("GET", url, nil))
		return w
	}
	url, ok := st.Address("en", 140, 0, words("Your secret question"))
	if !ok || strings.Contains(strings.ToLower(url), "secret") {
		t.Fatalf("address %q, %v", url, ok)
	}
	w := get(url)
	wave, err := speech.DecodeWave(w.Body.Bytes())
	if w.Code != 200 || err != nil || wave.Rate != speech.Rate || w.Header().Get("Content-Type") != "audio/wav" || w.Header().Get("ETag") == "" {
		t.Fatalf("%d %v, %d samples, %v", w.Code, w.Header(), len(wave.Samples), err)
	}
	if got := w.Header().Get("Cache-Control"); got != "public, immutable, max-age=7200" {
		t.Errorf("Cache-Control: %s", got)
	}
	again, _ := st.Address("en", 140, 0, words("Your secret question"))
	loud, _ := st.Address("en", 140, 2, words("Your secret question"))
	slow, _ := st.Address("en", 100, 0, words("Your secret question"))
	if again != url || loud == url || slow == url {
		t.Errorf("addresses\n%s again\n%s louder\n%s slower\n%s; want the second like the first, the others not", url, again, loud, slow)
	}
	if w := get(loud); w.Code != 200 || rms(decoded(t, w)) <= 1.5*rms(wave.Samples) {
		t.Errorf("louder: %d, level %.0f, usual %.0f", w.Code, rms(decoded(t, w)), rms(wave.Samples))
	}
	for i := len(speech.Path); i < len(url); i++ {
		bad := []byte(url)
		bad[i] ^= 1
		if bad[i] == '/' || bad[i] == '?' || bad[i] == '#' || bad[i] == '%' {
			continue
		}
		if w := get(string(bad)); w.Code != http.StatusNotFound || w.Body.Len() > 0 {
			t.Errorf("%s, wrong by a bit at %d: %d, %d bytes", bad, i, w.Code, w.Body.Len())
		}
	}
	now = now.Add(3 * time.Hour)
	if w := get(url); w.Code != http.StatusNotFound || w.Header().Get("Cache-Control") != "no-store" {
		t.Errorf("after its end: %d %v", w.Code, w.Header())
	}
}

func decoded(t *testing.T, w *httptest.ResponseRecorder) []int16 {
	t.Helper()
	wave, err := speech.DecodeWave(w.Body.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return wave.Samples
}

func TestNoAddressWithoutAVoice(t *testing.T) {
	t.Parallel()
	if url, ok := studio(t, speech.None{}, nil, "").Address("en", 140, 0, words("Hello.")); ok {
		t.Errorf("nobody speaks and there is the address %s", url)
	}
	h := &hummer{fails: true}
	st := studio(t, h, nil, "")
	if url, ok := st.Address("en", 140, 0, words("Hello.")); ok {
		t.Errorf("the voice fails and there is the address %s", url)
	}
	h.fails = false
	if _, ok := st.Address("en", 140, 0, words("Hello.")); !ok {
		t.Error("the voice is well again and there is no address")
	}
}

// TestSlowVoiceIsPromised: an answer to a gateway does not wait for a slow voice, the gateway does.
func TestSlowVoiceIsPromised(t *testing.T) {
	t.Parallel()
	h := &hummer{wait: make(chan struct{})}
	cache, _ := speech.OpenCache("", 1<<20)
	st := speech.NewStudio(h, nil, cache, speech.StudioOptions{Key: []byte("k"), Now: func() time.Time { return today }, Lasts: time.Hour, Log: slog.New(slog.DiscardHandler)})
	url, ok := st.Address("en", 140, 0, words("Hello."))
	if !ok {
		t.Fatal("no address is promised")
	}
	mux := http.NewServeMux()
	st.Mount(mux)
	done := make(chan int)
	go func() {
		w := httptest.NewRecorder()
		mux.ServeHTTP(w, httptest.NewRequest("GET", url, nil))
		done <- w.Code
	}()
	close(h.wait)
	if code := <-done; code != 200 {
		t.Errorf("the promised prompt: %d, want 200", code)
	}
}

func TestCacheStaysAndIsBounded(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	h := &hummer{}
	if _, ok := studio(t, h, nil, dir).Address("en", 140, 0, words("Hello.")); !ok {
		t.Fatal("no address")
	}
	if _, ok := studio(t, h, nil, dir).Address("en", 140, 0, words("Hello.")); !ok || h.asked.Load() != 1 {
		t.Errorf("after a restart the voice has spoken %d times, want once", h.asked.Load())
	}
	const most = 20_000
	cache, err := speech.OpenCache(dir, most)
	if err != nil {
		t.Fatal(err)
	}
	st := studioAt(h, nil, cache, func() time.Time { return today })
	for i := range 40 {
		st.Address("en", 140, 0, words(fmt.Sprint("Number ", i)))
	}
	if size := folderSize(t, dir); size > most || size < most/2 {
		t.Errorf("the folder holds %d bytes, want at most %d", size, most)
	}
}

func folderSize(t *testing.T, dir string) (size int64) {
	t.Helper()
	err := filepath.Walk(dir, func(_ string, info os.FileInfo, err error) error {
		if err == nil && !info.IsDir() {
			size += info.Size()
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return size
}

// TestAFeeThatChangesKeepsTheVoice: with the words of numbers recorded, a new fee needs no machine.
func TestAFeeThatChangesKeepsTheVoice(t *testing.T) {
	t.Parallel()
	files := fstest.MapFS{}
	record := func(words ...string) {
		for _, w := range words {
			name := "prompts/en/" + string(speech.IDOf("en", w)) + ".wav"
			files[name] = &fstest.MapFile{Data: speech.EncodeWave(tone(200, speech.Rate, 0.3, 3000))}
		}
	}
	record("A passport costs", "forty", "fifty", "manat", "Pay at the desk")
	r, err := speech.OpenRecordings(files)
	if err != nil {
		t.Fatal(err)
	}
	fee := func(n string) speech.Prompt {
		return speech.Prompt{Lang: "en", Rate: 140, Heard: []layout.Heard{
			{Words: "A passport costs"}, {Words: n, Key: "number"}, {Words: "manat.", Key: "unit"}, {Words: "Pay at the desk."}}}
	}
	for n, want := range map[string]string{
		"forty": "[A passport costs]|[forty]|[manat.]|[Pay at the desk.]",
		"fifty": "[A passport costs]|[fifty]|[manat.]|[Pay at the desk.]",
		"sixty": "[A passport costs]|sixty manat.|[Pay at the desk.]",
	} {
		if got := strings.Join(speech.Pieces(speech.Cut(r, fee(n))), "|"); got != want {
			t.Errorf("%s is put together as %s, want %s", n, got, want)
		}
	}
	st := studio(t, speech.None{}, r, "")
	sound, err := st.Sound(t.Context(), fee("fifty"))
	if err != nil || sound.Lasts() < 1500*time.Millisecond || sound.Lasts() > 2*time.Second {
		t.Errorf("four recordings last %v, %v", sound.Lasts(), err)
	}
	if _, err := st.Sound(t.Context(), fee("sixty")); !errors.Is(err, speech.ErrNoVoice) {
		t.Errorf("a number nobody recorded, and no voice: %v, want ErrNoVoice", err)
	}
}

func TestIDsOfWords(t *testing.T) {
	t.Parallel()
	same := [][2]string{{"Forty", "forty,"}, {"  Pay at\nthe desk. ", "pay at the desk"}, {"— Да", "да."}, {"Another case?", "another case ?"}}
	for _, pair := range same {
		if a, b := speech.IDOf("en", pair[0]), speech.IDOf("en", pair[1]); a != b {
			t.Errorf("%q is %s and %q is %s, want one id", pair[0], a, pair[1], b)
		}
	}
	for _, pair := range [][2]string{{"You come.", "You come?"}, {"5%", "5"}, {"one", "two"}} {
		if a, b := speech.IDOf("en", pair[0]), speech.IDOf("en", pair[1]); a == b {
			t.Errorf("%q and %q have the id %s, want two", pair[0], pair[1], a)
		}
	}
	if speech.IDOf("en", "on") == speech.IDOf("az", "on") {
		t.Error("one id in two languages")
	}
}
