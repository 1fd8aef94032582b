module github.com/plainline/plainline

go 1.26.0

require (
	github.com/alecthomas/kong v1.17.0
	github.com/redis/go-redis/v9 v9.23.0
	github.com/rivo/uniseg v0.4.7
	go.yaml.in/yaml/v4 v4.0.0
	golang.org/x/text v0.43.0
)

require github.com/rogpeppe/go-internal v1.16.0 // indirect

require (
	github.com/cespare/xxhash/v2 v2.3.0 // indirect
	go.uber.org/atomic v1.12.0 // indirect
	golang.org/x/sys v0.49.0 // indirect
	golang.org/x/tools v0.52.0
)
