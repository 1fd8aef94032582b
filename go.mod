module github.com/plainline/plainline

go 1.26.0

require (
	github.com/alecthomas/kong v1.17.0 // the command line from one struct: help, suggestions, subcommands
	github.com/redis/go-redis/v9 v9.23.0 // sessions of several machines
	github.com/rivo/uniseg v0.4.7 // graphemes, so that no page cuts one
	go.yaml.in/yaml/v4 v4.0.0 // nodes with positions, for findings that point
	golang.org/x/text v0.43.0 // languages and plurals
)

// Of tests only.
require (
	github.com/rogpeppe/go-internal v1.16.0 // scripts that run the program
	golang.org/x/tools v0.52.0 // txtar
)

require (
	github.com/cespare/xxhash/v2 v2.3.0 // indirect
	go.uber.org/atomic v1.12.0 // indirect
	golang.org/x/sys v0.49.0 // indirect
)
