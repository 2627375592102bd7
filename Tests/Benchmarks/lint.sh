#!/usr/bin/env bash
# Lint beside parliament on the AWS managed policies, and what starting it costs.
#
#   Tests/Benchmarks/lint.sh [--table]
#
# Builds writ for release. Parliament is the package of that name (python3 -m pip install parliament==1.6.4). With --table it prints
# what each rule and each of parliament's checks reports instead.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
corpus=Tests/WritPolicyTests/Corpus/aws-managed-policies.jsonl

# WRIT_BENCHMARK_PROGRAM names a binary to measure instead, as for a comparison with an earlier commit.
writ="${WRIT_BENCHMARK_PROGRAM:-}"
if [[ -z "$writ" ]]; then
    build=(--configuration release --static-swift-stdlib --scratch-path "${WRIT_BENCHMARK_BUILD:-.build-release}")
    swift build "${build[@]}" --product writ
    writ="$(swift build "${build[@]}" --show-bin-path)/writ"
fi

case "${1:-}" in
"")
    uptime
    python3 Tests/Benchmarks/lint.py rate "$writ" "$corpus"
    python3 Tests/Benchmarks/lint.py start "$writ" --rounds 41
    uptime
    ;;
--table) python3 Tests/Benchmarks/lint.py table "$writ" "$corpus" ;;
*)
    sed -n '2,7s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
    exit 64
    ;;
esac
