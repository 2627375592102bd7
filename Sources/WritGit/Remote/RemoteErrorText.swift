extension RemoteError: CustomStringConvertible {
    /// One lower-case sentence without a full stop.
    package var description: String {
        let place = remote.map { "`\($0)`" } ?? "the repository's URL"
        let host = remote.map { "`\($0.shownHost)`" } ?? "the host"
        let reason = detail.isEmpty ? "" : ": \(detail)"
        return switch kind {
        case .badURL: "the repository's URL cannot be used: \(detail)"
        case .credentialInURL:
            "the repository's URL holds a user or password, which belong neither on a command line nor in a plan"
        case .schemeRefused:
            "repositories are not fetched over \(detail.isEmpty ? "that protocol" : "`\(detail)`")"
        case .cacheUnusable: "the cache of \(place) cannot be used\(reason)"
        case .cacheBusy: "another run has been fetching \(place) for the whole time allowed (\(detail))"
        case .cacheDamaged: "the cache of \(place) is damaged\(reason)"
        case .neverFetched: "\(place) was never fetched, so there is nothing to read offline"
        case .resolve: "the name \(host) has no address\(reason)"
        case .connect: "cannot connect to \(host)\(reason)"
        case .certificate: "the certificate of \(host) is not trusted\(reason)"
        case .tls: "no secure connection to \(host)\(reason)"
        case .redirect: "\(host) sends us elsewhere, which is refused\(reason)"
        case .proxy: "the proxy does not let us through to \(host)\(reason)"
        case .hostKeyUnknown:
            "\(host) is not in the known hosts; it shows the \(keyType) key \(fingerprint)"
        case .hostKeyChanged:
            "THE KEY OF \(host) IS NOT THE KNOWN ONE: it shows the \(keyType) key \(fingerprint); somebody may be between you and the host"
        case .hostKeyRevoked:
            "\(host) shows the \(keyType) key \(fingerprint), which the known hosts mark as revoked"
        case .handshake: "\(host) and this program find no common way to talk ssh\(reason)"
        case .noCredential: "\(place) asks for a login, and git knows none"
        case .noGit: "\(place) asks for a login, and there is no `git` to ask for one"
        case .noAgent: "\(place) asks for a key, and no ssh agent can be reached\(reason)"
        case .authentication: "\(place) refuses the login\(reason)"
        case .forbidden: "\(place) may not be read\(reason)"
        case .foreignOwner: "\(place) belongs to another user"
        case .notFound: "there is no repository at \(place)\(reason)"
        case .tooLarge: "\(place) sends more than the limit of \(detail)"
        case .timedOut: "fetching \(place) took longer than \(detail) and was ended"
        case .answer: "\(place) cannot be fetched\(reason)"
        case .crashed: "the process that fetches \(place) ended unexpectedly\(reason)"
        case .cannotStart: "no process can be started to fetch \(place)\(reason)"
        }
    }
}

extension RemoteError {
    /// What the reader of the message can do.
    package var help: String? {
        switch kind {
        case .badURL:
            "write https://HOST/PATH, ssh://HOST/PATH, USER@HOST:PATH or file:///PATH; for a folder whose name has a colon, ./NAME"
        case .credentialInURL:
            "take it out of the URL; for https `git credential fill` is asked (see `git help credentials`), for ssh the agent"
        case .schemeRefused:
            "use https, ssh or file: they say who answers, or run nothing; or clone it yourself and name the folder"
        case .cacheUnusable: "the folder of the cache has to be yours alone; delete it, or set XDG_CACHE_HOME"
        case .cacheBusy: "wait for it, or give more time with `--fetch-timeout`"
        case .cacheDamaged: "delete that folder of the cache and run again"
        case .neverFetched: "run once without `--offline`"
        case .resolve: "check the host's name and the network; `--offline` reads what was fetched before"
        case .connect: "check the network and the port; `--offline` reads what was fetched before"
        case .certificate:
            "check the name in the URL and the clock; a private authority is named with SSL_CERT_FILE=FILE; there is no way to go on without"
        case .tls: "check that the port speaks TLS 1.2"
        case .redirect: "name the final address, if it is the one you mean"
        case .proxy: "check https_proxy and no_proxy"
        case .hostKeyUnknown: hostKeyHelp
        case .hostKeyChanged: changedKeyHelp
        case .hostKeyRevoked: "ask the host's owner; nothing was sent"
        case .handshake:
            "see which of its keys are known: `ssh-keygen -F '\(remote?.knownHostsName ?? "HOST")'`; ed25519 and ecdsa work, and RSA only with servers that still take SHA-1"
        case .noCredential:
            "set up a credential helper (`git help credentials`), or name a program that answers with GIT_ASKPASS"
        case .noGit: "install git: its credential helpers keep the login"
        case .noAgent: "start one and add a key: `eval $(ssh-agent) && ssh-add ~/.ssh/id_ed25519`"
        case .authentication: loginHelp
        case .forbidden:
            "ask for the right to read it; if another login has it, store that one in git's helper"
        case .foreignOwner: "run as that user, or say that you trust it with `--any-owner`"
        case .notFound: "check the path; many servers also say so where the login may not read it"
        case .tooLarge: "if it is meant to be so large, raise `--fetch-limit`"
        case .timedOut: "give more time with `--fetch-timeout`; `--offline` reads what was fetched before"
        case .answer: "try `git ls-remote` with the same URL"
        case .crashed, .cannotStart: "run again; if it stays so, clone with git and name the folder"
        }
    }

    private var hostKeyHelp: String {
        let port = remote?.port.map { "-p \($0) " } ?? ""
        return
            "compare the fingerprint with what the host's owner publishes, then run `ssh-keyscan \(port)\(remote?.host ?? "HOST") >> ~/.ssh/known_hosts` and look at what was added with `ssh-keygen -l -F '\(remote?.knownHostsName ?? "HOST")'`"
    }

    private var changedKeyHelp: String {
        "nothing was sent; if the owner says that the key was replaced: `ssh-keygen -R '\(remote?.knownHostsName ?? "HOST")'`, then add the new one"
    }

    private var loginHelp: String {
        remote?.scheme == .ssh
            ? "see what the agent holds with `ssh-add -l`, add the right key with `ssh-add FILE`; RSA keys do not work with today's servers, ed25519 and ecdsa do"
            : "see what git's helper answers with `git credential fill`, store the right login and run again"
    }
}
