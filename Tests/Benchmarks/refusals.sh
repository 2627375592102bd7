#!/usr/bin/env bash
# How long the release build of `writ` takes over each row of the corpus of bad inputs, and the ratio of the slowest
# to the start of the program, measured in the same run, in processor time. Fails where a refusal takes 100 ms or more.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
build=(--configuration release --static-swift-stdlib --scratch-path "${WRIT_BENCHMARK_BUILD:-.build-release}")
swift build "${build[@]}" --product writ
WRIT_MEASURED="$(swift build "${build[@]}" --show-bin-path)/writ"
export WRIT_MEASURED
swift test --disable-xctest --filter CorpusSpeedTests
