package redis

import (
	"bytes"
	"errors"
	"log/slog"
	"reflect"
	"strings"
	"testing"

	"github.com/plainline/plainline/dialog/session"
	"github.com/plainline/plainline/dialog/session/sessiontest"
)

func TestParse(t *testing.T) {
	t.Parallel()
	type want struct {
		Addrs                  []string
		User, Password, Master string
		DB                     int
		Cluster, TLS           bool
	}
	for address, w := range map[string]want{
		"redis://localhost":                     {Addrs: []string{"localhost:6379"}},
		"redis://:p%40ss@h:1/2":                 {Addrs: []string{"h:1"}, Password: "p@ss", DB: 2},
		"rediss://u:p@h":                        {Addrs: []string{"h:6379"}, User: "u", Password: "p", TLS: true},
		"redis://[::1]:7,[::2]":                 {Addrs: []string{"[::1]:7", "[::2]:6379"}},
		"redis://a:1,b:2,c":                     {Addrs: []string{"a:1", "b:2", "c:6379"}},
		"redis://a:1/?cluster=1":                {Addrs: []string{"a:1"}, Cluster: true},
		"redis://u:p@a,b:2/3?master=m":          {Addrs: []string{"a:26379", "b:2"}, User: "u", Password: "p", Master: "m", DB: 3},
		"redis://a?master=m&sentinel_user=x":    {Addrs: []string{"a:26379"}, Master: "m"},
		"redis://a:1?sentinel_password=x%26%3D": {Addrs: []string{"a:1"}},
	} {
		o, err := parse(address)
		if err != nil {
			t.Errorf("%s: %v", address, err)
			continue
		}
		got := want{o.Addrs, o.Username, o.Password, o.MasterName, o.DB, o.IsClusterMode, o.TLSConfig != nil}
		if !reflect.DeepEqual(got, w) {
			t.Errorf("%s: got %+v, want %+v", address, got, w)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	t.Parallel()
	for _, address := range []string{
		"", "hunter2", "http://u:hunter2@h", "redis://", "redis://u:hunter2@", "redis://u:hunter2%zz@h", "redis://u:hunter2@a,,b",
		"redis://u:hunter2@h/one", "redis://u:hunter2@h/-1", "redis://u:hunter2@a,b/1", "redis://u:hunter2@a/1?cluster=1",
		"redis://u:pass?hunter2@h", "redis://u:hunter2@h?master=m&cluster=1", "redis://h?%zzhunter2",
	} {
		c, err := Connect(address, 0)
		if err == nil {
			c.Close()
			t.Errorf("%q: got a client, want an error", address)
		} else if strings.Contains(err.Error(), "hunter2") {
			t.Errorf("%q: the error quotes the password: %v", address, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("redis://u:p@a:1,b:2/0?master=m")
	f.Add("rediss://[::1]/?cluster=1")
	f.Fuzz(func(t *testing.T, address string) {
		if o, err := parse(address); err == nil && len(o.Addrs) == 0 {
			t.Errorf("%q: no hosts and no error", address)
		}
	})
}

func TestClientLog(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	clientLog{slog.New(slog.NewTextHandler(&out, &slog.HandlerOptions{Level: slog.LevelDebug}))}.Printf(t.Context(), "dial %s: %v", "h:1", errors.New("refused"))
	if got := out.String(); !strings.Contains(got, `level=DEBUG msg="redis client" says="dial h:1: refused"`) {
		t.Errorf("got %s", got)
	}
}

func FuzzOpen(f *testing.F) {
	s, err := newSealer(bytes.NewReader(make([]byte, nonceBytes)), Key{ID: 1, Secret: [32]byte{1}}, nil)
	if err != nil {
		f.Fatal(err)
	}
	talk := sessiontest.Typical(1_790_000_000)
	good, err := s.seal("p", &talk)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(good))
	f.Add(string(good[:headBytes]))
	f.Add("\x02" + string(good[1:]))
	f.Fuzz(func(t *testing.T, sealed string) {
		if got, err := s.open("p", sealed); sealed != string(good) && !errors.Is(err, session.ErrCorrupt) {
			t.Errorf("open %x: got %+v, %v; want ErrCorrupt", sealed, got, err)
		}
	})
}
