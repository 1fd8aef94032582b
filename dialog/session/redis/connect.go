package redis

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/redis/go-redis/v9"
	"github.com/redis/go-redis/v9/maintnotifications"
)

// Connect makes a client for an address; it does not call Redis yet. No call of the client waits longer than timeout
// for a connection, nor for an answer. The address is one of:
//
//	redis://user:password@host:6379/0            one server; rediss:// for TLS
//	redis://host1:6379,host2:6379                a cluster; ?cluster=1 if only one host is named
//	redis://host1:26379,host2:26379/0?master=m   the master m of these sentinels
//
// User and password are those of Redis, percent-encoded; sentinels have theirs as ?sentinel_user= and
// &sentinel_password=. Errors never quote the address, since it may hold a password.
func Connect(address string, timeout time.Duration) (redis.UniversalClient, error) {
	o, err := parse(address)
	if err != nil {
		return nil, fmt.Errorf("redis address: %w", err)
	}
	if timeout <= 0 {
		timeout = DefaultTimeout
	}
	o.ContextTimeoutEnabled = true
	o.DialTimeout, o.ReadTimeout, o.WriteTimeout, o.PoolTimeout = timeout, timeout, timeout, timeout
	o.MaxRetries, o.MaxRedirects, o.DialerRetries = 1, 3, 1
	o.ReadBufferSize, o.WriteBufferSize = 4096, 4096 // a sealed session fits; the default takes 64 KiB a connection
	o.Protocol = 2
	o.DisableIdentity = true
	o.MaintNotificationsConfig = &maintnotifications.Config{Mode: maintnotifications.ModeDisabled}
	return redis.NewUniversalClient(o), nil
}

// LogTo sends what the Redis client itself has to say, such as servers that cannot be reached, to log instead of to
// standard error, for debugging: it says so again for every call, and the errors of the Store tell as much. It holds for
// the whole process: call it once, at the start.
func LogTo(log *slog.Logger) { redis.SetLogger(clientLog{log}) }

type clientLog struct{ *slog.Logger }

// Printf implements the client's idea of a logger.
func (l clientLog) Printf(ctx context.Context, format string, v ...any) {
	l.DebugContext(ctx, "redis client", "says", fmt.Sprintf(format, v...))
}

// parse reads the three forms of address. Package net/url does not, for more than one host.
func parse(address string) (*redis.UniversalOptions, error) {
	scheme, rest, ok := strings.Cut(address, "://")
	if !ok || scheme != "redis" && scheme != "rediss" {
		return nil, errors.New("does not begin with redis:// or rediss://")
	}
	o := &redis.UniversalOptions{}
	if scheme == "rediss" {
		o.TLSConfig = &tls.Config{MinVersion: tls.VersionTLS12}
	}
	rest, query, _ := strings.Cut(rest, "?")
	if err := parseQuery(o, query); err != nil {
		return nil, err
	}
	rest, db, _ := strings.Cut(rest, "/")
	if i := strings.LastIndexByte(rest, '@'); i >= 0 {
		if err := parseUser(o, rest[:i]); err != nil {
			return nil, err
		}
		rest = rest[i+1:]
	}
	if err := parseHosts(o, rest); err != nil {
		return nil, err
	}
	return o, parseDB(o, db)
}

func parseQuery(o *redis.UniversalOptions, query string) error {
	values, err := url.ParseQuery(query)
	if err != nil {
		return errors.New("what follows ? cannot be read")
	}
	for name, v := range values {
		switch name {
		case "master":
			o.MasterName = v[0]
		case "cluster":
			o.IsClusterMode = v[0] == "1"
		case "sentinel_user":
			o.SentinelUsername = v[0]
		case "sentinel_password":
			o.SentinelPassword = v[0]
		default:
			return errors.New("a name after ? is none of master, cluster, sentinel_user, sentinel_password")
		}
	}
	if o.MasterName != "" && o.IsClusterMode {
		return errors.New("master and cluster exclude each other")
	}
	return nil
}

func parseUser(o *redis.UniversalOptions, user string) error {
	name, password, _ := strings.Cut(user, ":")
	var err1, err2 error
	o.Username, err1 = url.PathUnescape(name)
	o.Password, err2 = url.PathUnescape(password)
	if err1 != nil || err2 != nil {
		return errors.New("user or password is not percent-encoded")
	}
	return nil
}

func parseHosts(o *redis.UniversalOptions, hosts string) error {
	port := "6379"
	if o.MasterName != "" {
		port = "26379"
	}
	for i, host := range strings.Split(hosts, ",") {
		if host == "" {
			return fmt.Errorf("host %d is empty", i+1)
		}
		if _, _, err := net.SplitHostPort(host); err != nil {
			host = net.JoinHostPort(strings.Trim(host, "[]"), port)
		}
		o.Addrs = append(o.Addrs, host)
	}
	return nil
}

func parseDB(o *redis.UniversalOptions, db string) error {
	if db == "" {
		return nil
	}
	n, err := strconv.ParseUint(db, 10, 16)
	if err != nil {
		return errors.New("what follows / is not the number of a database")
	}
	if n > 0 && o.MasterName == "" && (len(o.Addrs) > 1 || o.IsClusterMode) {
		return errors.New("a cluster has no database but 0")
	}
	o.DB = int(n)
	return nil
}
