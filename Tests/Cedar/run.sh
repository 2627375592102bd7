#!/usr/bin/env bash
# Holds `writ policy can` against Cedar's own engine; skipped, and says so, where cedarpy cannot be installed.
#
#   Tests/Cedar/run.sh path/to/writ [LISTS]
set -euo pipefail
here="$(dirname "${BASH_SOURCE[0]}")"

place="$(mktemp -d)"
trap 'rm -rf "$place"' EXIT
python=python3
if ! python3 -c "import cedarpy" 2>/dev/null; then
    if ! { python3 -m venv "$place/venv" && "$place/venv/bin/pip" install -q cedarpy; } >"$place/log" 2>&1; then
        echo "cedar: skipped, cedarpy cannot be installed here: $(tail -n 1 "$place/log")"
        exit 0
    fi
    python="$place/venv/bin/python"
fi
"$python" "$here/agree.py" "$1" --lists "${2:-400}"
