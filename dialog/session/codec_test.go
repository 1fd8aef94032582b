package session_test

import (
	"bytes"
	"encoding/hex"
	"errors"
	"math"
	"reflect"
	"strings"
	"testing"

	"github.com/plainline/plainline/dialog"
	"github.com/plainline/plainline/dialog/session"
	"github.com/plainline/plainline/dialog/session/sessiontest"
)

func TestRoundTrip(t *testing.T) {
	t.Parallel()
	full := dialog.Session{Trail: make([]dialog.Spot, dialog.MaxTrail), Given: make([]dialog.Given, dialog.MaxGiven)}
	for name, s := range map[string]dialog.Session{
		"empty":   {},
		"typical": sessiontest.Typical(1_790_000_000),
		"full":    full,
		"answers": {Answers: []dialog.Answer{{Fact: 3, Lo: 1, Hi: 1}, {Fact: 9999, Skipped: true}, {Fact: 12, Lo: math.MinInt32, Hi: math.MaxInt64}, {Fact: 4, Lo: math.MinInt64, Hi: math.MaxInt64}}},
		"numbers": {Offered: math.MaxUint32, Turn: math.MaxUint32, Wrong: 255, Remark: 255, Flags: 255, Started: math.MinInt64, Last: math.MaxInt64},
	} {
		data, err := session.Append([]byte("before"), &s)
		if err != nil {
			t.Fatalf("%s: append: %v", name, err)
		}
		if !bytes.HasPrefix(data, []byte("before")) {
			t.Errorf("%s: append changed what was in the buffer: %q", name, data)
		}
		got, err := session.Decode(data[len("before"):])
		if err != nil || !reflect.DeepEqual(got, s) {
			t.Errorf("%s: got %+v, %v\nwant %+v", name, got, err, s)
		}
	}
}

// TestReadsFormatBefore decodes a session as format 1 stored it.
func TestReadsFormatBefore(t *testing.T) {
	t.Parallel()
	stored := "01" + // the format
		"02617a" + "07323032362e3039" + // language, revision
		"02" + "04686f6d65" + "0f736572766963652f69642d63617264" + // trail
		"01" + "0c70617373706f72742e77686f" + "056368696c64" + // given
		"01" + "03" + "80ee89ab0d" + "b401" + // flags, turn, started, last
		"02" + "0a0b" // the channel's bytes
	data, err := hex.DecodeString(stored)
	if err != nil {
		t.Fatal(err)
	}
	want := dialog.Session{
		Lang: "az", Revision: "2026.09", Trail: []dialog.Spot{"home", "service/id-card"},
		Given: []dialog.Given{{Key: "passport.who", Value: "child"}}, Flags: dialog.Noticed, Turn: 3,
		Started: 1_790_000_000, Last: 1_790_000_090, Channel: []byte{10, 11},
	}
	got, err := session.Decode(data)
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Fatalf("format 1: got %+v, %v\nwant %+v", got, err, want)
	}
	again, err := session.Append(nil, &got)
	if err != nil || again[0] <= 1 {
		t.Errorf("written again: format %d, %v; want a newer one", again[0], err)
	}
}

func TestRefusesTooLarge(t *testing.T) {
	t.Parallel()
	for name, s := range map[string]dialog.Session{
		"trail":   {Trail: make([]dialog.Spot, dialog.MaxTrail+1)},
		"given":   {Given: make([]dialog.Given, dialog.MaxGiven+1)},
		"answers": {Answers: make([]dialog.Answer, dialog.MaxAnswers+1)},
		"channel": {Channel: make([]byte, dialog.MaxChannelBytes+1)},
		"bytes":   {Revision: strings.Repeat("r", session.MaxBytes)},
	} {
		got, err := session.Append([]byte("before"), &s)
		if !errors.Is(err, session.ErrTooLarge) || string(got) != "before" {
			t.Errorf("%s: got %q, %v; want the buffer as it was and ErrTooLarge", name, got, err)
		}
	}
}

func TestRefusesDamage(t *testing.T) {
	t.Parallel()
	s := sessiontest.Typical(1_790_000_000)
	good, err := session.Append(nil, &s)
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{
		"nothing":         nil,
		"format 0":        append([]byte{0}, good[1:]...),
		"format to come":  append([]byte{5}, good[1:]...),
		"format 255":      append([]byte{255}, good[1:]...),
		"more after":      append(bytes.Clone(good), 0),
		"too long":        make([]byte, session.MaxBytes+1),
		"text too long":   {2, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01},
		"number too long": {2, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01},
		"trail too long":  {2, 0, 0, dialog.MaxTrail + 1},
	} {
		if got, err := session.Decode(data); !errors.Is(err, session.ErrCorrupt) {
			t.Errorf("%s: got %+v, %v; want ErrCorrupt", name, got, err)
		}
	}
	for n := range good {
		if got, err := session.Decode(good[:n]); !errors.Is(err, session.ErrCorrupt) {
			t.Errorf("first %d bytes of %d: got %+v, %v; want ErrCorrupt", n, len(good), got, err)
		}
	}
}

func TestAllocations(t *testing.T) {
	s := sessiontest.Typical(1_790_000_000)
	buf := make([]byte, 0, session.MaxBytes)
	if n := testing.AllocsPerRun(100, func() { buf, _ = session.Append(buf[:0], &s) }); n != 0 {
		t.Errorf("append into a buffer with room: %v allocations, want 0", n)
	}
	if n := testing.AllocsPerRun(100, func() { _, _ = session.Decode(buf) }); n > 4 {
		t.Errorf("decode: %v allocations, want at most 4 (texts, trail, given, channel)", n)
	}
	if len(buf) > 512-29 {
		t.Errorf("a typical session takes %d bytes, want at most 512 with the 29 of a seal", len(buf))
	}
}

func FuzzDecode(f *testing.F) {
	s := sessiontest.Typical(1_790_000_000)
	good, err := session.Append(nil, &s)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	f.Add(good[:len(good)/2])
	f.Add([]byte{1, 0, 0, 0, 0, 0, 0, 0, 0, 0})
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := session.Decode(data)
		if err != nil {
			if !errors.Is(err, session.ErrCorrupt) || !reflect.DeepEqual(s, dialog.Session{}) {
				t.Fatalf("decode %x: got %+v, %v; want nothing and ErrCorrupt", data, s, err)
			}
			return
		}
		again, err := session.Append(nil, &s)
		if errors.Is(err, session.ErrTooLarge) && data[0] == 1 {
			return // the newest format needs a few bytes more
		}
		if err != nil {
			t.Fatalf("append what %x decodes to: %v", data, err)
		}
		if back, err := session.Decode(again); err != nil || !reflect.DeepEqual(back, s) {
			t.Fatalf("%x: got %+v, %v\nwant %+v", data, back, err, s)
		}
	})
}

func BenchmarkAppend(b *testing.B) {
	s := sessiontest.Typical(1_790_000_000)
	buf := make([]byte, 0, session.MaxBytes)
	b.ReportAllocs()
	for b.Loop() {
		buf, _ = session.Append(buf[:0], &s)
	}
	b.ReportMetric(float64(len(buf)), "B/session")
}

func BenchmarkDecode(b *testing.B) {
	s := sessiontest.Typical(1_790_000_000)
	data, _ := session.Append(nil, &s)
	b.ReportAllocs()
	for b.Loop() {
		_, _ = session.Decode(data)
	}
}
