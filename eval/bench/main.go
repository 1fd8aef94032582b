// Command bench measures what a turn costs, beside two baselines in the same run: a bare net/http handler that parses the
// same form, and a minimal handler that reads and writes a session in Redis in two round trips.
//
// Each server runs as a process of its own, so that its CPU time (getrusage) holds nothing of the load. Rounds are
// interleaved and the best of each server counts, because other work on the machine can only add.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
)

func main() {
	serve := flag.String("serve", "", "run one of the measured servers (used by bench itself)")
	redis := flag.String("redis", "", "address of a Redis server for -serve")
	rounds := flag.Int("rounds", 7, "interleaved rounds")
	requests := flag.Int("requests", 20000, "requests a round and server")
	builds := flag.Bool("builds", false, "only build the program with and without the models of languages, and start both")
	turns := flag.Bool("turns", false, "only measure a turn of each channel")
	learning := flag.Bool("learning", false, "only measure learning and asking, on a large base and on the demonstration")
	letters := flag.Bool("outbox", false, "only measure the outbox")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	var err error
	switch {
	case *serve != "":
		err = runServer(ctx, *serve, *redis)
	case *builds:
		err = printBuilds(ctx, os.Stdout)
	case *turns:
		err = printTurns(ctx, os.Stdout)
	case *learning:
		err = printLearning(os.Stdout)
	case *letters:
		err = printOutbox(ctx, os.Stdout)
	default:
		err = report(ctx, os.Stdout, *rounds, *requests)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench: error:", err)
		os.Exit(1)
	}
}
