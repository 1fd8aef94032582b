module github.com/plainline/plainline

go 1.26.0

require (
	github.com/alecthomas/kong v1.17.0 // the command line from one struct: help, suggestions, subcommands
	github.com/go-telegram/bot v1.19.0 // the methods of the Bot API
	github.com/pemistahl/lingua-go v1.4.0 // a second opinion on languages; over 100 MB, left out by -tags nolingua
	github.com/redis/go-redis/v9 v9.23.0 // sessions of several machines
	github.com/rivo/uniseg v0.4.7 // graphemes, so that no page cuts one
	github.com/sashabaranov/go-openai v1.43.0 // voices behind an endpoint compatible with OpenAI's
	go.yaml.in/yaml/v4 v4.0.0 // nodes with positions, for findings that point
	golang.org/x/text v0.43.0 // languages and plurals
	modernc.org/sqlite v1.60.1 // messages on their way out, without cgo
)

// Of tests only.
require (
	github.com/google/go-cmp v0.6.0 // differences in failures
	github.com/rogpeppe/go-internal v1.16.0 // scripts that run the program
	golang.org/x/tools v0.52.0 // txtar
)

require (
	github.com/cespare/xxhash/v2 v2.3.0 // indirect
	github.com/dustin/go-humanize v1.0.1 // indirect
	github.com/google/uuid v1.6.0 // indirect
	github.com/mattn/go-isatty v0.0.24 // indirect
	github.com/ncruces/go-strftime v1.0.0 // indirect
	github.com/remyoudompheng/bigfft v0.0.0-20230129092748-24d4a6f8daec // indirect
	github.com/shopspring/decimal v1.3.1 // indirect
	go.uber.org/atomic v1.12.0 // indirect
	golang.org/x/exp v0.0.0-20221106115401-f9659909a136 // indirect
	golang.org/x/sys v0.49.0 // indirect
	google.golang.org/protobuf v1.31.0 // indirect
	modernc.org/libc v1.77.1 // indirect
	modernc.org/mathutil v1.7.1 // indirect
	modernc.org/memory v1.12.1 // indirect
)
