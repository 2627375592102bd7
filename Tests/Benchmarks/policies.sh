#!/usr/bin/env bash
# Decisions a second beside Cedar on the same policies and requests, what comparing policies and accounts costs, and asking who.
#
#   Tests/Benchmarks/policies.sh [--requests N] [--data FOLDER]
#
# Builds writ-dev for release, writes the cases to FOLDER (in the folder for temporary files) and measures. Cedar is the
# package cedarpy (python3 -m pip install cedarpy); of so many requests (1,000) its verdicts are checked too.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
here=Tests/Benchmarks

requests=1000
data="${TMPDIR:-/tmp}/writ-policies"
while (($#)); do
    case "$1" in
    --requests) requests="$2" && shift 2 ;;
    --data) data="$2" && shift 2 ;;
    *)
        sed -n '2,7s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
        exit 64
        ;;
    esac
done
mkdir -p "$data"

# WRIT_BENCHMARK_PROGRAM names a binary to measure instead, as for a comparison with an earlier commit.
writ_dev="${WRIT_BENCHMARK_PROGRAM:-}"
if [[ -z "$writ_dev" ]]; then
    build=(--configuration release --static-swift-stdlib --scratch-path "${WRIT_BENCHMARK_BUILD:-.build-release}")
    swift build "${build[@]}" --product writ-dev
    writ_dev="$(swift build "${build[@]}" --show-bin-path)/writ-dev"
fi

counts=(100 1000 10000)
python3 "$here/policies.py" decisions "$data" "${counts[@]}"
python3 "$here/policies.py" edits Tests/WritPolicyTests/Corpus/aws-managed-policies.jsonl "$data/edits.jsonl"
uptime
python3 "$here/policies.py" compare "$data" "$writ_dev" --requests "$requests" "${counts[@]}"
echo "one edit of each managed policy, both directions:"
"$writ_dev" measure comparisons "$data/edits.jsonl"
echo "two states of an account:"
"$writ_dev" measure account
echo "who may do something in an account:"
"$writ_dev" measure holders
uptime
