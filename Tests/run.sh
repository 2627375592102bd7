#!/usr/bin/env bash
# Checks and tests everything: format, build, layout, the first example, tests.
#
#   Tests/run.sh          a tenth of the generated cases
#   Tests/run.sh --full   all of them
#
# Ends with the closing line of `swift test`; exits with 1 if anything failed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

case "${1:-}" in
"") ;;
--full) export WRIT_FULL=1 ;;
*)
    echo "usage: Tests/run.sh [--full]" >&2
    exit 64
    ;;
esac

for_tests=1
source .ci/prepare.sh

failed=()

# step NAME COMMAND...: runs a command; a failure is kept for the end.
step() {
    local name="$1"
    shift
    echo "== $name"
    "$@" || failed+=("$name")
}

if swift format --version >/dev/null 2>&1; then
    step "format" swift format lint --strict --parallel --recursive Sources Tests Package.swift
else
    echo "== format: not checked, this toolchain has no swift format"
fi

echo "== build"
swift build --build-tests
binaries="$(swift build --show-bin-path)"

step "layout" "$binaries/writ-dev" check layout
step "example" bash examples/quickstart.sh --remove
step "cedar" bash Tests/Cedar/run.sh "$binaries/writ" "$([[ "${WRIT_FULL:-}" == 1 ]] && echo 4000 || echo 400)"

# What keeps time with a server runs apart: among all the other tests its tasks wait for minutes.
step "transport" swift test --skip-build --disable-xctest --filter WritHTTPTests

echo "== tests"
log="$(mktemp)"
trap 'rm -f "$log"' EXIT
swift test --skip-build --disable-xctest --skip WritHTTPTests 2>&1 | tee "$log" || failed+=("tests")

if ((${#failed[@]})); then echo "failed: ${failed[*]}"; fi
grep -E 'Test run with [0-9]+ tests?' "$log" | tail -n 1 || {
    echo "swift test did not come to its end"
    exit 1
}
((${#failed[@]} == 0))
