#!/usr/bin/env bash
# How long the release build of `writ` takes over each row of the corpus of bad inputs, and the ratio of the slowest
# to the start of the program, measured in the same run. Fails where a refusal takes 100 ms or more.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
swift build -c release --product writ
WRIT_MEASURED="$(swift build -c release --show-bin-path)/writ"
export WRIT_MEASURED
swift test --disable-xctest --filter CorpusSpeedTests
