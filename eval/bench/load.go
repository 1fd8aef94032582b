package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"
)

// A talk of the load: a new gateway session each time, ten keys of a usual kind.
var talkKeys = []string{"2", "1", "1", "1", "2", "2", "3", "1", "1"}

// persons is how many people talk at once in the load, each over a connection of its own.
const persons = 16

// load sends n requests to a server, as whole talks, and fails on any answer but 200.
func load(addr string, round, n int) error {
	var wg sync.WaitGroup
	errs := make([]error, persons)
	for p := range persons {
		wg.Go(func() { errs[p] = talks(addr, round, p, n/persons) })
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func talks(addr string, round, person, n int) error {
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		return err
	}
	defer conn.Close()
	conn.SetDeadline(time.Now().Add(time.Minute))
	in := bufio.NewReader(conn)
	for i := 0; i < n; {
		session := fmt.Sprintf("r%dp%dt%d", round, person, i)
		phone := fmt.Sprintf("+99450%07d", person*100000+i%5000)
		for k := 0; k <= len(talkKeys) && i < n; k++ {
			text := strings.Join(talkKeys[:k], "*")
			if err := one(conn, in, session, phone, text); err != nil {
				return err
			}
			i++
		}
	}
	return nil
}

func one(conn io.Writer, in *bufio.Reader, session, phone, text string) error {
	form := url.Values{"sessionId": {session}, "phoneNumber": {phone}, "networkCode": {"40001"}, "serviceCode": {"*384#"}, "text": {text}}.Encode()
	fmt.Fprintf(conn, "POST %s HTTP/1.1\r\nHost: bench\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s", path, len(form), form)
	resp, err := http.ReadResponse(in, nil)
	if err != nil {
		return err
	}
	body, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	if err != nil || resp.StatusCode != http.StatusOK || len(body) < 4 {
		return fmt.Errorf("key %q: status %d, body %q, %v", text, resp.StatusCode, body, err)
	}
	return nil
}

// spent asks a server how much processor time it has used.
func spent(addr string) (time.Duration, error) {
	resp, err := http.Get("http://" + addr + "/cpu")
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		return 0, err
	}
	us, err := strconv.ParseInt(string(b), 10, 64)
	return time.Duration(us) * time.Microsecond, err
}
