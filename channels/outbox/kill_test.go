package outbox

import (
	"bufio"
	"context"
	"crypto/rand"
	"fmt"
	"io"
	mathrand "math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/dialog"
)

// The test binary starts itself as a program that accepts and sends, and kills it at moments of chance. The provider lives in
// the test, so it knows what was sent, and what each life of the program said it had accepted.

// Names of the environment of that program.
const (
	childFile     = "PLAINLINE_TEST_OUTBOX_FILE"
	childProvider = "PLAINLINE_TEST_OUTBOX_PROVIDER"
	childLife     = "PLAINLINE_TEST_OUTBOX_LIFE"
)

const childSlots = 8

func TestMain(m *testing.M) {
	if file := os.Getenv(childFile); file != "" {
		if err := child(file, os.Getenv(childProvider), os.Getenv(childLife)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// child accepts messages as fast as it can, says so, and sends them, until it is killed.
func child(file, provider, life string) error {
	box, err := Open(&channels.Secret{}, Options{File: file, Rand: rand.Reader, Now: time.Now})
	if err != nil {
		return err
	}
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: childSlots}, Timeout: 5 * time.Second}
	box.Carry("test", post(client, provider), childSlots)
	for n := range 4 {
		go func() {
			for i := 0; ; i++ {
				key := fmt.Sprintf("%s-%d-%d", life, n, i)
				if err := box.Accept(context.Background(), Job{Channel: "test", Person: dialog.Person(fmt.Sprint(i % 5)), Key: key, Body: []byte(key)}); err != nil {
					panic(err)
				}
				fmt.Println(key) // one write: whole or not at all
				time.Sleep(2 * time.Millisecond)
			}
		}()
	}
	return box.Run(context.Background())
}

func post(client *http.Client, address string) SenderFunc {
	return func(ctx context.Context, _ channels.Address, body []byte) (string, error) {
		r, err := http.NewRequestWithContext(ctx, http.MethodPost, address, strings.NewReader(string(body)))
		if err != nil {
			return "", err
		}
		answer, err := client.Do(r)
		if err != nil {
			return "", err
		}
		defer answer.Body.Close()
		receipt, err := io.ReadAll(answer.Body)
		if answer.StatusCode != http.StatusOK {
			return "", fmt.Errorf("status %d", answer.StatusCode)
		}
		return string(receipt), err
	}
}

// witness is the provider: it counts what it took and knows of which messages the receipt is kept.
type witness struct {
	mu      sync.Mutex
	took    map[string]int
	kept    map[string]bool
	wrong   []string
	refused int
}

func (w *witness) ServeHTTP(out http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	key := string(body)
	w.mu.Lock()
	defer w.mu.Unlock()
	if mathrand.IntN(50) == 0 {
		w.refused++
		out.WriteHeader(http.StatusServiceUnavailable)
		return
	}
	if w.took[key]++; w.kept[key] {
		w.wrong = append(w.wrong, key)
	}
	fmt.Fprintf(out, "receipt of %s", key)
}

func TestKilledWhileSending(t *testing.T) {
	kills := 30
	if os.Getenv("SOAK") != "" {
		kills = 200
	}
	if testing.Short() {
		kills = 5
	}
	w := &witness{took: map[string]int{}, kept: map[string]bool{}}
	server := httptest.NewServer(w)
	defer server.Close()
	file := filepath.Join(t.TempDir(), "outbox.db")
	var accepted []string
	for life := range kills {
		accepted = append(accepted, killed(t, file, server.URL, life)...)
		note(t, file, w)
	}
	drain(t, file, server)
	note(t, file, w)
	w.mu.Lock()
	defer w.mu.Unlock()
	var lost, twice int
	for _, key := range accepted {
		if w.took[key] == 0 {
			lost++
		}
	}
	for _, n := range w.took {
		if n > 1 {
			twice += n - 1
		}
	}
	t.Logf("%d kills: %d messages accepted, %d sent, %d of them again after a kill before their receipt was kept, %d refused by the provider in between",
		kills, len(accepted), len(w.took), twice, w.refused)
	if lost > 0 || len(w.wrong) > 0 {
		t.Errorf("%d of %d accepted messages were never sent, %d were sent after their receipt was kept: %v; want none", lost, len(accepted), len(w.wrong), w.wrong)
	}
	if len(accepted) < kills || len(w.kept) < len(accepted) || twice > kills*childSlots {
		t.Errorf("%d accepted, %d receipts, %d sent again: the test is broken, or more was sent again than was on its way", len(accepted), len(w.kept), twice)
	}
}

// killed lets the program live for a moment and gives what it said it had accepted.
func killed(t *testing.T, file, provider string, life int) (accepted []string) {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), childFile+"="+file, childProvider+"="+provider, fmt.Sprintf("%s=%d", childLife, life))
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	if err == nil {
		err = c.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	if lines.Scan() { // it lives
		accepted = append(accepted, lines.Text())
	}
	time.AfterFunc(time.Duration(mathrand.IntN(80_000))*time.Microsecond, func() { c.Process.Kill() })
	for lines.Scan() {
		accepted = append(accepted, lines.Text())
	}
	c.Wait()
	return accepted
}

// note reads of which messages the receipt is kept.
func note(t *testing.T, file string, w *witness) {
	t.Helper()
	box, err := Open(&channels.Secret{}, Options{File: file, Rand: rand.Reader, Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	err = box.writer.do(t.Context(), func(tx *tx) error {
		rows, err := tx.query("SELECT key, receipt FROM message WHERE state = 2")
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var key, receipt string
			if err := rows.Scan(&key, &receipt); err != nil {
				return err
			}
			if receipt != "receipt of "+key {
				t.Errorf("%s has the receipt %q", key, receipt)
			}
			w.kept[key] = true
		}
		return rows.Err()
	})
	if err := box.Close(); err != nil {
		t.Error(err)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// drain lets the program send the rest.
func drain(t *testing.T, file string, server *httptest.Server) {
	t.Helper()
	box, err := Open(&channels.Secret{}, Options{File: file, Rand: rand.Reader, Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	box.Carry("test", post(server.Client(), server.URL), childSlots)
	ctx, stop := context.WithTimeout(t.Context(), time.Minute)
	defer stop()
	ended := make(chan error, 1)
	go func() { ended <- box.Run(ctx) }()
	for ctx.Err() == nil {
		c, err := box.Counts(ctx)
		if err == nil && len(c) == 1 && c[0].State == Sent {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if err := box.Close(); err != nil {
		t.Error(err)
	}
}
