package redis

import (
	"reflect"
	"strings"
	"testing"
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
