package web_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// BenchmarkSay takes a turn and makes its page, as the script asks for it.
func BenchmarkSay(b *testing.B) {
	w := newWeb(b, nil)
	mux := http.NewServeMux()
	w.Mount(mux)
	b.ReportAllocs()
	for b.Loop() {
		r := httptest.NewRequest(http.MethodPost, "/say", strings.NewReader("turn=1&lang=en&option=fee/passport"))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		rec := httptest.NewRecorder()
		mux.ServeHTTP(rec, r)
		if rec.Code != http.StatusOK {
			b.Fatalf("status %d", rec.Code)
		}
	}
}
