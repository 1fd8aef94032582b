package main

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/plainline/plainline/channels"
	"github.com/plainline/plainline/channels/ussd"
	"github.com/plainline/plainline/knowledge/knowledgetest"
)

// output is what a program writes while somebody reads it.
type output struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.Write(p)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.String()
}

// TestAnAnswerGoesFromUSSDToSMS dials in, goes to an answer, asks for it by SMS, and lets the gateway ask twice.
func TestAnAnswerGoesFromUSSDToSMS(t *testing.T) {
	t.Parallel()
	got := make(chan url.Values, 9)
	operator := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.ParseForm()
		got <- r.PostForm
		io.WriteString(w, `{"SMSMessageData":{"Message":"Sent","Recipients":[{"statusCode":101,"status":"Success","messageId":"ATXid_1"}]}}`)
	}))
	defer operator.Close()
	base, data := t.TempDir(), t.TempDir()
	if err := os.CopyFS(base, knowledgetest.Small()); err != nil {
		t.Fatal(err)
	}
	secret := channels.Secret{5}
	if err := os.WriteFile(filepath.Join(data, "secret"), secret[:], 0o600); err != nil {
		t.Fatal(err)
	}
	address, err := freeAddress()
	if err != nil {
		t.Fatal(err)
	}
	env := func(name string) string { return map[string]string{smsVariable: "key"}[name] }
	ctx, stop := context.WithCancel(t.Context())
	var out, log output
	ended := make(chan int, 1)
	go func() {
		ended <- run(ctx, []string{"serve", "-demo", "-base", base, "-data", data, "-listen", address, "-sms-user", "agency", "-sms-server", operator.URL}, env, strings.NewReader(""), &out, &log)
	}()
	for !strings.Contains(out.String(), "health") {
		if time.Sleep(5 * time.Millisecond); t.Context().Err() != nil {
			t.Fatal("it does not begin to serve")
		}
	}
	phone := func(text string) string {
		answer, err := http.PostForm("http://"+address+ussd.Path+gatewaySecret(&secret), url.Values{"sessionId": {"s1"}, "phoneNumber": {"+994501234567"}, "text": {text}})
		if err != nil {
			t.Fatal(err)
		}
		defer answer.Body.Close()
		screen, _ := io.ReadAll(answer.Body)
		return string(screen)
	}
	keys, screen := "1", phone("1")
	for _, label := range []string{"Services", "By topic", "Papers", "Passport", "Documents", "Text me"} {
		option := regexp.MustCompile(`(?mi)^(\d+) ` + label + `$`)
		for n := 0; option.FindString(screen) == "" && n < 9; n++ {
			keys += "*98"
			screen = phone(keys)
		}
		m := option.FindStringSubmatch(screen)
		if m == nil {
			t.Fatalf("%s is not offered: %s", label, screen)
		}
		keys += "*" + m[1]
		screen = phone(keys)
	}
	for range 2 { // a gateway that repeats itself
		if screen = phone(keys); !strings.Contains(screen, "Text coming") {
			t.Errorf("it is not promised: %s", screen)
		}
	}
	select {
	case form := <-got:
		if form.Get("to") != "+994501234567" || !strings.Contains(form.Get("message"), "1D") {
			t.Errorf("sent %v, want the documents with their code", form)
		}
	case <-time.After(20 * time.Second):
		t.Fatalf("no SMS came; the log says\n%s", &log)
	}
	stop()
	if code := <-ended; code != exitGood || len(got) > 0 {
		t.Errorf("exit %d with %d further SMS, want 0 and none:\n%s", code, len(got), &log)
	}
	if text := log.String() + out.String(); strings.Contains(text, "501234567") || strings.Contains(text, "key") && strings.Contains(text, "apiKey") {
		t.Errorf("the log says too much:\n%s", text)
	}
	var listed, errs bytes.Buffer
	if code := run(t.Context(), []string{"outbox", "-data", data}, env, strings.NewReader(""), &listed, &errs); code != exitGood || !regexp.MustCompile(`sms +sent +1 `).Match(listed.Bytes()) {
		t.Errorf("exit %d, %s\n%s; want one SMS that was sent", code, &errs, &listed)
	}
}
