package redis

import (
	"context"
	"encoding/binary"
	"fmt"
	"io"

	"github.com/redis/go-redis/v9"

	"github.com/plainline/plainline/dialog/session"
)

// compareAndSet stores a session if the version stored is the expected one. Its arguments are the expected version
// (empty for none), the new one, the sealed session, the present second and the second it expires. It answers 1, or a
// list of what is stored instead: version and sealed session, or nothing.
//
// What has expired by the caller's clock counts as not stored. A client that lost the answer sends the same save
// again; its seal has a nonce of its own, so the script knows it and answers 1 again.
var compareAndSet = redis.NewScript(`
local old = redis.call('HMGET', KEYS[1], 'v', 'b', 'x')
local v, b = old[1], old[2]
if not v or #v ~= 16 or not b or (tonumber(old[3]) or 0) <= tonumber(ARGV[4]) then v = '' end
if v == ARGV[2] and b == ARGV[3] then return 1 end
if v ~= ARGV[1] then
  if v == '' then return {} end
  return {v, b}
end
local ttl = tonumber(ARGV[5]) - tonumber(ARGV[4])
if ttl <= 0 then
  redis.call('DEL', KEYS[1])
else
  redis.call('HSET', KEYS[1], 'v', ARGV[2], 'b', ARGV[3], 'x', ARGV[5])
  redis.call('EXPIRE', KEYS[1], ttl)
end
return 1
`)

// compareAndSet runs the script by its hash; a Redis that does not know it yet gets the whole of it.
func (s *Store) compareAndSet(ctx context.Context, key string, args ...any) (any, error) {
	call := append(make([]any, 0, 4+len(args)), "evalsha", compareAndSet.Hash(), 1, key)
	cmd := redis.NewCmd(ctx, append(call, args...)...)
	s.flights.do(ctx, cmd)
	answer, err := cmd.Result()
	if !redis.HasErrorPrefix(err, "NOSCRIPT") {
		return answer, err
	}
	whole, cancel := context.WithTimeout(ctx, s.wait)
	defer cancel()
	return compareAndSet.Eval(whole, s.client, []string{key}, args...).Result()
}

// following gives the version of a save from another one.
func (s *Store) following(from session.Version) (session.Version, error) {
	to := session.Version{Epoch: from.Epoch, N: from.N + 1}
	if from != (session.Version{}) {
		return to, nil
	}
	epoch := make([]byte, 8)
	if _, err := io.ReadFull(s.rand, epoch); err != nil {
		return to, fmt.Errorf("draw an epoch: %w", err)
	}
	to.Epoch = binary.BigEndian.Uint64(epoch)
	return to, nil
}

// pack writes a version as the script compares it.
func pack(v session.Version) []byte {
	if v == (session.Version{}) {
		return []byte{}
	}
	packed := make([]byte, 0, 16)
	packed = binary.BigEndian.AppendUint64(packed, v.Epoch)
	return binary.BigEndian.AppendUint64(packed, v.N)
}

// fields takes the version and the sealed session from an answer of Redis; ok is false if none is stored.
func fields(stored []any) (v session.Version, sealed string, ok bool) {
	if len(stored) != 2 {
		return v, "", false
	}
	packed, isVersion := stored[0].(string)
	sealed, isSealed := stored[1].(string)
	if !isVersion || !isSealed || len(packed) != 16 {
		return v, "", false
	}
	b := []byte(packed)
	v.Epoch, v.N = binary.BigEndian.Uint64(b[:8]), binary.BigEndian.Uint64(b[8:])
	return v, sealed, true
}
