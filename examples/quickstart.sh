#!/usr/bin/env bash
# Builds Writ and takes the first example from a commit to a store and back, saying what happens.
#
#   examples/quickstart.sh            leaves the folder it worked in
#   examples/quickstart.sh --remove   removes it if all went well
#
# Touches nothing outside that folder and the build folder, your git configuration least of all.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

case "${1:-}" in
"" | --remove) ;;
*)
    echo "usage: examples/quickstart.sh [--remove]" >&2
    exit 64
    ;;
esac

source .ci/prepare.sh

say() { printf '\n# %s\n' "$*"; }

# expect CODE COMMAND...: shows and runs a command that has to end with this exit code.
expect() {
    local wanted="$1" code=0
    shift
    printf '$'
    for word in "$@"; do [[ "$word" == *' '* ]] && printf ' "%s"' "$word" || printf ' %s' "$word"; done
    echo
    "$@" || code=$?
    if ((code != wanted)); then
        echo "quickstart: \`$*\` ended with exit code $code instead of $wanted; see $folder" >&2
        exit 1
    fi
}

say "Building writ. A debug build: a minute or two instead of many, and fast enough for a dozen objects."
swift build --product writ
binaries="$(swift build --show-bin-path)"
PATH="$binaries:$PATH"

folder="$(mktemp -d "${TMPDIR:-/tmp}/writ-quickstart.XXXXXX")"
cp -r examples/01-first-repository/. "$folder"
cd "$folder"

# Nobody's settings are read or written: no signing, no hooks, no name that is not there, no other store.
unset "${!GIT_@}" WRIT_STORE
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
export GIT_AUTHOR_NAME=Quickstart GIT_AUTHOR_EMAIL=quickstart@example.invalid
export GIT_COMMITTER_NAME=Quickstart GIT_COMMITTER_EMAIL=quickstart@example.invalid

say "Writ reads commits, so the manifests become a git repository in $folder."
expect 0 git init --quiet --initial-branch=main
expect 0 git add --all
expect 0 git commit --quiet --message "IAM as it should be"

say "Are the manifests in order? This asks no store."
expect 0 writ validate

say "What would change? Nothing is written; the store is made by the first apply."
expect 0 writ plan

say "Change it."
expect 0 writ apply --auto-approve

say "A second plan is empty: exit code 0 instead of 2."
expect 0 writ plan --exit-code

say "Nobody has changed the store since."
expect 0 writ drift

say "Now somebody changes an address behind Writ's back. Drift is exit code 3."
expect 0 sqlite3 .writ/production.db "UPDATE users SET email = 'mallory@evil.example' WHERE name = 'alice'"
expect 3 writ drift

say "The next apply puts it right."
expect 0 writ apply --auto-approve
expect 0 writ drift

if [[ "${1:-}" == --remove ]]; then
    rm -rf "$folder"
    say "All as it should be."
else
    say "All as it should be. Look around in $folder; the store is .writ/production.db in it."
    echo "# Who did what: $binaries/writ history --repo $folder"
fi
