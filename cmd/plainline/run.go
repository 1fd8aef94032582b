package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"time"

	"github.com/alecthomas/kong"

	"github.com/plainline/plainline/knowledge"
)

// The exit codes: whoever runs plainline in a script can tell a bad base from a command that could not run.
const (
	exitGood     = 0
	exitFindings = 1 // what was checked is not as it should be
	exitFailed   = 2 // the command could not do its work
)

// commands is the command line; each field is a subcommand in the file of its name.
type commands struct {
	Serve       serveCommand       `cmd:"" help:"Answer people: web chat, USSD simulator and gateways on one port."`
	Chat        chatCommand        `cmd:"" help:"Talk at this terminal, as on a phone or a page."`
	Lint        lintCommand        `cmd:"" help:"Check a knowledge base and say what to write instead."`
	Play        playCommand        `cmd:"" help:"Play transcripts: conversations that must stay true."`
	Walk        walkCommand        `cmd:"" help:"Go through every menu and answer and look for dead ends."`
	Eval        evalCommand        `cmd:"" help:"Measure how well questions are understood; label those that were not."`
	Stamp       stampCommand       `cmd:"" help:"Note in translations which source they were made from."`
	Sample      sampleCommand      `cmd:"" help:"Write the demonstration base out, to begin a base of your own."`
	Eligibility eligibilityCommand `cmd:"" help:"Count the questions of a check; decide the rules for people from outside."`
	Import      importCommand      `cmd:"" help:"Make a base from data that others published."`
	Prompts     promptsCommand     `cmd:"" help:"Tell which words of a base nobody has recorded for the telephone; take recordings in."`
	Outbox      outboxCommand      `cmd:"" help:"Count the messages that go out; list those that were given up, and send them again."`
	Version     versionCommand     `cmd:"" help:"Say which version this is."`
}

const description = `Plainline answers questions about public services on any phone, from one checked knowledge base.

  plainline serve             answers at once, from a demonstration
  plainline chat              talks at this terminal
  plainline sample my-base    begins a base of your own
  plainline lint my-base      says what to write instead`

// host is the world outside: what a command reads and writes. Tests make one of their own.
type host struct {
	getenv func(string) string
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
	now    func() time.Time
}

// today is the day by the clock of this machine.
func (h *host) today() knowledge.Date { return knowledge.DateOf(h.now()) }

// run reads the command line and does what it says; it gives the exit code.
func run(ctx context.Context, args []string, getenv func(string) string, stdin io.Reader, stdout, stderr io.Writer) int {
	h := &host{getenv: getenv, stdin: stdin, stdout: stdout, stderr: stderr, now: time.Now}
	err := h.run(ctx, args)
	switch {
	case err == nil:
		return exitGood
	case errors.Is(err, errFindings):
		return exitFindings
	}
	fmt.Fprintf(stderr, "plainline: error: %v\n", err)
	var hinted *hintedError
	if errors.As(err, &hinted) {
		fmt.Fprintf(stderr, "plainline: hint: %s\n", hinted.hint)
	}
	return exitFailed
}

func (h *host) run(ctx context.Context, args []string) error {
	if len(args) == 0 {
		args = []string{"-h"}
	}
	var line commands
	helped := false
	parser, err := h.parser(&line, func(int) { helped = true })
	if err != nil {
		return fmt.Errorf("describe the command line: %w", err)
	}
	parsed, err := parser.Parse(twoDashes(args))
	switch {
	case helped:
		return nil
	case err != nil:
		return hint(errors.New(oneDash(err.Error())), "plainline -h lists the commands, plainline COMMAND -h explains one")
	}
	parsed.BindTo(ctx, (*context.Context)(nil))
	return parsed.Run(h)
}

// parser describes the command line. The parser calls exit after it has printed help.
func (h *host) parser(line *commands, exit func(int)) (*kong.Kong, error) {
	return kong.New(line, kong.Name("plainline"), kong.Description(description), kong.Help(printHelp),
		kong.Writers(h.stdout, h.stderr), kong.Exit(exit),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, NoExpandSubcommands: true, WrapUpperBound: 100}))
}

// Flags are written with one dash in all our documents, as -base. The parser knows only two, so they are added on the way
// in and taken away on the way out. Both forms work; -h is the one short flag.

var longFlag = regexp.MustCompile(`(^|[\s"\[(])--([a-z])`)

func twoDashes(args []string) []string {
	out := make([]string, len(args))
	for i, a := range args {
		if a == "--" {
			copy(out[i:], args[i:])
			break
		}
		if len(a) > 2 && a[0] == '-' && a[1] >= 'a' && a[1] <= 'z' {
			a = "-" + a
		}
		out[i] = a
	}
	return out
}

func oneDash(text string) string { return longFlag.ReplaceAllString(text, "$1-$2") }

func printHelp(o kong.HelpOptions, ctx *kong.Context) error {
	var text strings.Builder
	out := ctx.Stdout
	ctx.Stdout = &text
	err := kong.DefaultHelpPrinter(o, ctx)
	ctx.Stdout = out
	fmt.Fprint(out, oneDash(text.String()))
	return err
}

// errFindings ends a command that has already said what is not as it should be.
var errFindings = errors.New("there are findings")

// hintedError is an error with a sentence about what to do.
type hintedError struct {
	error
	hint string
}

func (e *hintedError) Unwrap() error { return e.error }

func hint(err error, format string, args ...any) error {
	return &hintedError{error: err, hint: fmt.Sprintf(format, args...)}
}
