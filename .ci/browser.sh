#!/usr/bin/env bash
# The pages in a real browser, served by the program itself: check, or shots for pictures in dist/.
cd "$(dirname "$0")/.." || exit 2
set -euo pipefail
what=${1:-check}
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT

[ -d channels/web/browser/node_modules ] || npm ci --prefix channels/web/browser --no-progress >"$work/npm" 2>&1 || { cat "$work/npm"; exit 1; }
[ -x dist/plainline ] || CGO_ENABLED=0 go build -trimpath -buildvcs=false -o dist/plainline ./cmd/plainline

dist/plainline serve -listen 127.0.0.1:0 -data "$work/data" >"$work/out" 2>"$work/log" &
server=$!
for _ in $(seq 100); do
	base=$(sed -n 's/^ *web chat *\(http:[^ ]*\)\/$/\1/p' "$work/out")
	[ -z "$base" ] || break
	kill -0 "$server" 2>/dev/null || { cat "$work/log"; exit 1; }
	sleep 0.1
done

# Until it has learned how people ask, the program asks back about every answer.
for _ in $(seq 240); do
	node -e 'fetch(process.argv[1]).then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))' "$base/readyz" && break
	kill -0 "$server" 2>/dev/null || { cat "$work/log"; exit 1; }
	sleep 0.5
done

if [ "$what" = shots ]; then
	mkdir -p dist
	node channels/web/browser/shots.mjs "$base" dist/chat.png dist/simulator.png
	echo "dist/chat.png dist/simulator.png"
else
	node channels/web/browser/run.mjs "$base"
fi
