# What the scripts of this folder share: steps that print one line when green, and a list of what was left out.

set -uo pipefail
export LC_ALL=C.UTF-8
skipped=()
failed=()
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

have() { command -v "$1" >/dev/null 2>&1; }

# skip WHAT WHY: say it now and again at the end.
skip() {
	skipped+=("$1: $2")
	printf 'skip  %s: %s\n' "$1" "$2"
}

# step WHAT COMMAND...: one line when it is green, everything it said when it is not.
step() {
	local what=$1 begun=$SECONDS
	shift
	if "$@" >"$out/step" 2>&1; then
		printf 'ok    %s (%d s)\n' "$what" $((SECONDS - begun))
		return 0
	fi
	failed+=("$what")
	printf 'FAIL  %s (%d s)\n' "$what" $((SECONDS - begun))
	sed 's/^/      /' "$out/step"
	return 1
}

# finish: what was left out and why, what failed; the script's exit code.
finish() {
	if ((${#skipped[@]})); then
		printf '\nLeft out:\n'
		printf '  %s\n' "${skipped[@]}"
	fi
	if ((${#failed[@]})); then
		printf '\nFailed:\n'
		printf '  %s\n' "${failed[@]}"
		exit 1
	fi
	printf '\nGreen in %d s.\n' "$SECONDS"
}
