/// Why a remote repository was not fetched.
///
/// Texts of the far side and of the library are inside as found, cut to ``detailLimit``; the caller's
/// renderer makes them safe to show.
package struct RemoteError: Error, Hashable, Sendable {
    /// What happened.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        // The address.
        case badURL, credentialInURL, schemeRefused
        // The cache.
        case cacheUnusable, cacheBusy, cacheDamaged, neverFetched
        // The way there.
        case resolve, connect, certificate, tls, redirect, proxy
        case hostKeyUnknown, hostKeyChanged, hostKeyRevoked, handshake
        // Who asks.
        case noCredential, noGit, noAgent, authentication, forbidden, foreignOwner
        // What comes back.
        case notFound, tooLarge, timedOut, answer
        // The child process.
        case crashed, cannotStart
    }

    /// What happened.
    package var kind: Kind
    /// The repository; `nil` for an address that could not be read.
    package var remote: RemoteURL?
    /// What the library, the far side or the system says about it.
    package var detail: String
    /// The type of the key that an ssh server showed, such as `ssh-ed25519`.
    package var keyType: String
    /// The fingerprint of that key as OpenSSH shows it.
    package var fingerprint: String

    /// How much of a foreign text is kept, in characters.
    static let detailLimit = 300

    init(
        _ kind: Kind, _ remote: RemoteURL? = nil, detail: String = "", keyType: String = "",
        fingerprint: String = ""
    ) {
        self.kind = kind
        self.remote = remote
        self.detail = String(detail.prefix(Self.detailLimit))
        self.keyType = keyType
        self.fingerprint = fingerprint
    }

    /// The same about `remote`.
    func about(_ remote: RemoteURL) -> RemoteError {
        var error = self
        error.remote = remote
        return error
    }

    /// Whether the command line was wrong, not the world.
    package var isUsage: Bool { [.badURL, .credentialInURL, .schemeRefused].contains(kind) }
}
