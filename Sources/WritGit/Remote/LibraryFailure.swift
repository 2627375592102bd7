internal import CLibGit2

/// A call of libgit2 that failed: its code, the part of the library, and its words.
struct LibraryFailure: Error, Hashable {
    /// Such as -16 for a login that was refused.
    var code: Int32
    /// A `git_error_t`.
    var part: Int32
    /// Its words.
    var message: String

    /// The failure of the call that has just answered `code` on this thread.
    init(_ code: Int32) {
        self.code = code
        self.part = git_error_last().map { $0.pointee.klass } ?? 0
        self.message = LibGit2.lastMessage()
    }
}

/// Throws for an answer below zero.
func check(_ code: Int32) throws(LibraryFailure) {
    if code < 0 { throw LibraryFailure(code) }
}

extension LibraryFailure {
    /// What it means to the user.
    ///
    /// libgit2 has few codes, so its words decide; what they do not tell is an `answer` with those words.
    /// Source: remote.c, httpclient.c, mbedtls.c and ssh.c of libgit2 1.5.1.
    var error: RemoteError {
        let text = message.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if part == Int32(bitPattern: GIT_ERROR_CONFIG.rawValue), code == GIT_ENOTFOUND.rawValue {
            // Nobody's `safe.directory` is configured: the library says this of a stranger's repository.
            return RemoteError(.foreignOwner)
        }
        if code == GIT_EOWNER.rawValue { return RemoteError(.foreignOwner) }
        if let kind = kinds.first(where: { text.contains($0.words) })?.kind {
            return RemoteError(kind, detail: text)
        }
        if code == GIT_ECERTIFICATE.rawValue { return RemoteError(.certificate, detail: text) }
        if code == GIT_EAUTH.rawValue { return RemoteError(.authentication, detail: text) }
        if code == GIT_EEOF.rawValue { return RemoteError(.notFound, detail: text) }
        if localParts.contains(part) { return RemoteError(.cacheDamaged, detail: text) }
        return RemoteError(.answer, detail: text)
    }
}

/// The parts of the library that deal with what is already in the cache, or with what arrived.
private let localParts = Set(
    [
        GIT_ERROR_REFERENCE, GIT_ERROR_ZLIB, GIT_ERROR_REPOSITORY, GIT_ERROR_ODB, GIT_ERROR_OBJECT,
        GIT_ERROR_INDEXER, GIT_ERROR_TREE, GIT_ERROR_TAG,
    ].map { Int32(bitPattern: $0.rawValue) })

/// Words of libgit2 and the servers, the more telling ones first.
private let kinds: [(words: String, kind: RemoteError.Kind)] = [
    ("failed to resolve address", .resolve),
    ("failed to connect to", .connect),
    ("cannot redirect from", .redirect),
    ("too many redirects or authentication replays", .redirect),
    ("unexpected redirect", .redirect),
    ("redirect without location", .redirect),
    ("SSL certificate is invalid", .certificate),
    ("SSL error", .tls),
    ("proxy", .proxy),
    ("unexpected http status code: 404", .notFound),
    ("unexpected http status code: 410", .notFound),
    ("unexpected http status code: 403", .forbidden),
    ("unexpected http status code: 401", .authentication),
    ("invalid content-type", .notFound),
    ("no content-type header", .notFound),
    ("failed to resolve path", .notFound),
    ("could not find repository", .notFound),
    ("does not appear to be a git repository", .notFound),
    ("epository not found", .notFound),
    ("not exist", .notFound),
    ("failed to start SSH session", .handshake),
    ("failed to set hostkey preference", .handshake),
    ("agent", .noAgent),
]
