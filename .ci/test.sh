#!/usr/bin/env bash
# Everything that must be green, in order of speed. Where a tool cannot be had, the step is left out and the end says so.
. .ci/lib.sh

if ! have go; then
	echo "make test: error: there is no go; get it from https://go.dev/dl/" >&2
	exit 2
fi

# The other programs that tests talk with: a voice, Redis, a browser with fonts, ICU as a second opinion on encodings, xmllint
# as one on XML, npm.
packages() {
	local missing=()
	have redis-server || missing+=(redis-server)
	have chromium || missing+=(chromium fonts-dejavu-core)
	have uconv || missing+=(icu-devtools)
	have xmllint || missing+=(libxml2-utils)
	have espeak-ng || missing+=(espeak-ng)
	have node || missing+=(nodejs)
	have npm || missing+=(npm)
	have gcc || missing+=(gcc libc6-dev)
	((${#missing[@]})) || return 0
	if [ "$(id -u)" != 0 ] || ! have apt-get; then
		echo "note  not installed, and only root on Debian can add them here: ${missing[*]}"
		return 0
	fi
	echo "note  installing ${missing[*]}"
	export DEBIAN_FRONTEND=noninteractive
	{ apt-get update && apt-get install -y --no-install-recommends "${missing[@]}"; } >"$out/apt" 2>&1 ||
		{ echo "note  apt-get could not install them:"; tail -3 "$out/apt"; }
}
packages
have redis-server || skip "tests with Redis" "there is no redis-server"
have xmllint || skip "a second reader of the XML of calls" "there is no xmllint"
have espeak-ng || skip "what is spoken" "there is no espeak-ng"
have uconv || skip "comparison of encodings with ICU" "there is no uconv"

formatted() {
	local wrong
	wrong=$(git ls-files -z -- '*.go' | xargs -0 gofmt -l) || return 1
	[ -z "$wrong" ] || { echo "run gofmt -w on:"; echo "$wrong"; return 1; }
}

# What the tests of the program learn from the demonstration, the steps behind them need not learn again.
export PLAINLINE_MODELS=$out/models

# Packages whose tests learn from thousands of questions, or speak thousands of prompts: under the race detector that takes twenty times as long.
learning='/eval/(transcript|questions|classify|spoken)$|/dialog/understand|/cmd/plainline$'

raced() {
	local race=-race
	if ! have gcc; then
		race=
		skip "the race detector" "there is no C compiler"
	fi
	go list ./... | grep -vE "$learning" | xargs go test $race -shuffle=on -timeout 15m -json 2>&1 | "$out/summary" "$out/skipped"
}

learned() {
	go list ./... | grep -E "$learning" | xargs go test -shuffle=on -timeout 15m -json 2>&1 | "$out/summary" "$out/skipped-learning"
}

# What was learned is asked by many at once; this little of it the race detector can watch.
asked_by_many() {
	local names='TestManyAskTheLearnedAtOnce|TestManyCallersAtOnce'
	go test -race -count=1 -v -run "^($names)\$" ./dialog/understand ./dialog/understand/learn >"$out/many" 2>&1 || { cat "$out/many"; return 1; }
	[ "$(grep -cE "^--- PASS: ($names)" "$out/many")" = 2 ] || { echo "not both of $names ran:"; cat "$out/many"; return 1; }
}

# left_out lists the tests that left themselves out, with the reasons they gave.
left_out() {
	local line
	while read -r line; do
		[ -z "$line" ] || skip "test ${line%%|*}" "${line#*|}"
	done < <(cat "$out/skipped" "$out/skipped-learning" 2>/dev/null)
}

browser_packages() { npm ci --prefix channels/web/browser --no-progress; }

# The engine is asked only where there is one that answers.
image() { docker build -t plainline-test . && docker run --rm --entrypoint /plainline plainline-test version; }

step "gofmt" formatted
step "modules" go mod verify
step "go.mod tidy" go mod tidy -diff
step "build, without cgo" env CGO_ENABLED=0 go build -trimpath -buildvcs=false -o dist/plainline ./cmd/plainline
step "go vet" go vet ./...
step "staticcheck" go tool -modfile=.ci/tools.mod staticcheck ./...
if have node && have npm && have chromium; then
	[ -d channels/web/browser/node_modules ] || browser_packages >"$out/npm" 2>&1 ||
		skip "browser" "npm could not fetch its packages: $(tail -1 "$out/npm")"
else
	skip "browser" "node, npm or chromium is missing"
fi
step "test summary, built" go build -o "$out/summary" ./.ci/summary
step "tests, under the race detector" raced
step "tests that learn" learned
! have gcc || step "the learned, asked by many, under the race detector" asked_by_many
left_out
step "lint of the demonstration base" dist/plainline lint knowledge/sample
step "walk through the demonstration base" dist/plainline walk knowledge/sample
step "transcripts of the demonstration base" dist/plainline play -base knowledge/sample
step "Dockerfile, built and run as an unprivileged user" go test -count=1 -run TestDockerfile ./cmd/plainline
if have docker && docker info >/dev/null 2>&1; then
	step "the container image itself" image
else
	skip "the container image itself" "there is no container engine; its commands ran without one"
fi
[ ! -d channels/web/browser/node_modules ] || step "browser, on the program itself" bash .ci/browser.sh check
finish
