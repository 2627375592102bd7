# Sourced by Tests/run.sh and examples/quickstart.sh: installs what a bare Debian lacks and finds Swift.
# Does nothing and needs no network when all is there.

export PATH="$PATH:/usr/sbin:/sbin"
# A crash report that waits for a terminal would hang a job.
export SWIFT_BACKTRACE=enable=no

missing=()

# need PACKAGE COMMAND...: the package is missing if the command fails.
need() {
    local package="$1"
    shift
    "$@" >/dev/null 2>&1 || missing+=("$package")
}

has_library() { ldconfig -p | grep -qF "$1"; }

# What Swift's compiler, linker and package manager need of the system.
need g++ command -v g++
need libcurl4 has_library libcurl.so.4
need libxml2 has_library libxml2.so.2
need libncurses6 has_library libncurses.so.6
need tzdata test -e /usr/share/zoneinfo/UTC
need ca-certificates test -s /etc/ssl/certs/ca-certificates.crt
need git command -v git
# What Writ is built on, and what looks into its store from outside.
need pkg-config command -v pkg-config
need libyaml-dev pkg-config --exists yaml-0.1
need libgit2-dev pkg-config --exists libgit2
need libsqlite3-dev pkg-config --exists sqlite3
need libssl-dev pkg-config --exists libcrypto
need libcurl4-openssl-dev pkg-config --exists libcurl
need zlib1g-dev pkg-config --exists zlib
need sqlite3 command -v sqlite3
# What the tests hold Writ against: set for_tests=1 before sourcing this file.
if [[ "${for_tests:-}" == 1 ]]; then
    need openssh-server test -x /usr/sbin/sshd
    need openssh-client command -v ssh-agent
    need openssl command -v openssl
    need age command -v age-keygen
    need gnupg command -v gpg
    need python3-jsonschema /usr/bin/python3 -c "import jsonschema"
    need python3-yaml /usr/bin/python3 -c "import yaml"
    need python3-venv /usr/bin/python3 -c "import ensurepip"
    need shellcheck command -v shellcheck
    need curl command -v curl
    need jq command -v jq
    need zsh command -v zsh
    need fish command -v fish
    need groff command -v groff
    need mandoc command -v mandoc
    need libxml2-utils command -v xmllint
fi

as_root=()
((EUID == 0)) || as_root=(sudo)

if ((${#missing[@]})); then
    if ! command -v apt-get >/dev/null; then
        echo "these packages (Debian's names) are missing, and there is no apt-get: ${missing[*]}" >&2
        exit 1
    fi
    echo "installing: ${missing[*]}"
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

# The tests' servers are asked by this name, which a bare root may not know.
if [[ "${for_tests:-}" == 1 ]] && ! getent hosts localhost >/dev/null; then
    echo "127.0.0.1 localhost" | "${as_root[@]}" tee -a /etc/hosts >/dev/null
fi

if ! swift --version >/dev/null 2>&1; then
    echo "Swift 6.2 or newer is needed and is not on PATH, or does not run." >&2
    echo "Get it from https://www.swift.org/install/linux and put its usr/bin on PATH." >&2
    exit 1
fi
