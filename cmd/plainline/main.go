// Plainline answers people's questions about public services, on any phone, from one checked knowledge base.
//
// The program is one binary with one file for each subcommand. Run "plainline" alone for help; "plainline serve" answers
// at once from a demonstration base that is inside the program.
//
// Only this package reads the clock, the environment and the source of randomness; everything it builds is given them.
// The command line is read by kong, because help, suggestions for misspelt flags and subcommands come from one struct.
package main

import (
	"context"
	"os"
	_ "time/tzdata" // an image made from scratch has no time zones, and every base names one
)

func main() {
	os.Exit(run(context.Background(), os.Args[1:], os.Getenv, os.Stdin, os.Stdout, os.Stderr))
}
