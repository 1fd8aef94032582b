# What one types in this checkout. "make test" is all that must be green; .ci/run calls exactly that.

.PHONY: all test bench soak fuzz image shots clean

all: dist/plainline dist/plainline-small

# The program.
dist/plainline: FORCE
	CGO_ENABLED=0 go build -trimpath -buildvcs=false -o $@ ./cmd/plainline

# The same without the models of languages, a quarter of the size: it knows languages from the base's own texts only.
dist/plainline-small: FORCE
	CGO_ENABLED=0 go build -trimpath -buildvcs=false -tags nolingua -o $@ ./cmd/plainline
FORCE:

# Everything that must be green, in order of speed.
test:
	@bash .ci/test.sh

# What a turn costs, beside two baselines; what the program costs, with and without the models of languages; what the next
# question of a check costs among 500 services, and how many questions it takes on USAGOV, the folder of the published benefits.
bench:
	go run ./eval/bench
	go test -run '^$$' -bench . -cpu 1 ./dialog/eligibility
	PLAINLINE_USAGOV="$(abspath $(USAGOV))" go test -count=1 -v -run OfUSAGov ./eval/eligibility

# The program under load for SOAK: every turn is answered, nobody sees another's screen, memory stays level. And the outbox,
# killed 200 times while it sends.
SOAK ?= 10m
soak:
	SOAK=$(SOAK) go test -count=1 -timeout 0 -v -run TestSoak ./cmd/plainline
	SOAK=$(SOAK) go test -count=1 -timeout 0 ./eval/soak
	SOAK=$(SOAK) go test -count=1 -timeout 0 -v -run TestKilled ./channels/outbox

# Every fuzz target, FUZZTIME each.
fuzz:
	@bash .ci/fuzz.sh

# The container image.
image:
	docker build -t plainline .

# Pictures of the pages in a browser, for eyes.
shots: dist/plainline
	@bash .ci/browser.sh shots

clean:
	rm -rf dist
