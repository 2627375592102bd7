#!/usr/bin/env bash
# What a plan without changes, and `writ --version`, cost in proportion to the plain cost of the same reads in C.
#
#   Tests/Benchmarks/run.sh [--objects N] [--runs N] [--instructions] [--data FOLDER]
#
# Builds for release, makes N objects (10,000) and a store that holds them, and keeps both in FOLDER (in the folder for
# temporary files) for the next run. --instructions counts instructions too, where `perf stat` can.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
here=Tests/Benchmarks

objects=10000
runs=11
data=
counting=()
while (($#)); do
    case "$1" in
    --objects) objects="$2" && shift 2 ;;
    --runs) runs="$2" && shift 2 ;;
    --data) data="$2" && shift 2 ;;
    --instructions) counting=(--instructions) && shift ;;
    *)
        sed -n '2,7s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
        exit 64
        ;;
    esac
done

# shellcheck source=/dev/null
source .ci/prepare.sh
libraries=(libgit2 yaml-0.1 sqlite3 libcrypto zlib)
data="${data:-${TMPDIR:-/tmp}/writ-benchmark}"
mkdir -p "$data"
data="$(cd "$data" && pwd)"

# WRIT_BENCHMARK_PROGRAM names a binary to measure instead, as for a comparison with an earlier commit.
writ="${WRIT_BENCHMARK_PROGRAM:-}"
if [[ -z "$writ" ]]; then
    # With Swift's libraries inside, as a release is: to load fifteen more libraries takes as long as to start.
    build=(--configuration release --static-swift-stdlib --scratch-path "${WRIT_BENCHMARK_BUILD:-.build-release}")
    swift build "${build[@]}" --product writ
    writ="$(swift build "${build[@]}" --show-bin-path)/writ"
fi
read -ra flags <<<"$(pkg-config --cflags --libs "${libraries[@]}")"
cc -O2 -Wall -o "$data/plain" "$here/plain.c" "${flags[@]}"
cc -O2 -Wall -o "$data/version" "$here/version.c" -Wl,--no-as-needed "${flags[@]}"

# The state of another generator is not this benchmark's.
state="$data/$objects-$(sha256sum "$here/generate.py" | cut -c1-8)"
repository="$state/repository"
store="$state/store.db"
plan() { "$writ" plan --repo "$repository" --store "sqlite:$store" "$@"; }

if [[ ! -e "$state/done" ]]; then
    rm -rf "$state"
    mkdir -p "$state"
    python3 "$here/generate.py" "$repository" "$objects"
    git -C "$repository" init --quiet --initial-branch main
    git -C "$repository" add --all
    git -C "$repository" -c user.name=Benchmark -c user.email=benchmark@example.com commit --quiet --message "all objects"
    git -C "$repository" gc --quiet
    "$writ" apply --repo "$repository" --store "sqlite:$store" --auto-approve >"$state/apply.txt" 2>&1 || {
        tail -n 20 "$state/apply.txt" >&2
        exit 1
    }
    touch "$state/done"
fi

# Only a plan that finds everything in place is the one that is meant.
plan --exit-code >"$state/plan.txt"
head -n 1 "$state/plan.txt"
grep -q "    $objects unchanged$" "$state/plan.txt" || {
    echo "the plan is not without changes" >&2
    exit 1
}
"$data/plain" "$repository" "$store"

python3 "$here/measure.py" "$runs" "${counting[@]}" \
    plan "$writ plan --repo $repository --store sqlite:$store" -- "$data/plain $repository $store" \
    --version "$writ --version" -- "$data/version"
