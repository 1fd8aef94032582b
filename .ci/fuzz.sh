#!/usr/bin/env bash
# Every fuzz target, FUZZTIME each (10s). The first one takes a minute longer: the program is built with counters.
. .ci/lib.sh

while IFS=: read -r file target; do
	step "$target in $(dirname "$file")" go test -run '^$' -fuzz "^$target\$" -fuzztime "${FUZZTIME:-10s}" "./$(dirname "$file")"
done < <(git grep -oE '^func Fuzz[A-Za-z0-9_]+' -- '*_test.go' | sed 's/:func /:/')
finish
