/// Where a repository is that has to be fetched: `file://`, `https://`, `ssh://` or `user@host:path`.
///
/// Holds no credential, and only characters that are safe in a message, a shell command that a person
/// copies, and the command that libgit2 sends over ssh.
package struct RemoteURL: Hashable, Sendable, CustomStringConvertible {
    /// How it is reached.
    package enum Scheme: String, Hashable, Sendable {
        case file, https, ssh
    }

    /// How it is reached.
    package let scheme: Scheme
    /// Who logs in over ssh; `nil` for the other schemes.
    let user: String?
    /// In lower case, an IPv6 address without its brackets; empty for a file.
    let host: String
    /// `nil` for the scheme's own.
    let port: Int?
    /// With its leading `/`, except in the short form of ssh, where it starts in the user's home.
    let path: String

    /// The normal form: what is fetched, shown, hashed for the cache and bound by plans.
    package var description: String {
        let place = (user.map { "\($0)@" } ?? "") + shownHost
        if scheme == .ssh, !path.hasPrefix("/") { return "\(place):\(path)" }
        return "\(scheme.rawValue)://\(place)\(port.map { ":\($0)" } ?? "")\(path)"
    }

    /// The host as it stands in a URL.
    var shownHost: String { host.contains(":") ? "[\(host)]" : host }

    /// The host's name in a `known_hosts` file: `host`, or `[host]:port` where the port is not 22.
    ///
    /// Source: sshd(8), SSH_KNOWN_HOSTS FILE FORMAT.
    var knownHostsName: String { port.map { "[\(host)]:\($0)" } ?? host }

    /// The last part of the path without `.git`, for the name of a folder.
    var shortName: String {
        var name = path.split(separator: "/").last.map(String.init) ?? "repository"
        if name.hasSuffix(".git"), name != ".git" { name.removeLast(4) }
        let kept = name.utf8.prefix(40).map { byte in
            isLetterOrDigit(byte) || byte == 0x2D || byte == 0x5F ? byte : 0x2D
        }
        return String(decoding: kept, as: UTF8.self)
    }
}

extension RemoteURL {
    /// Reads what the user gave for a repository; `nil` for what is a path of this machine.
    ///
    /// As in git, a text with a colon before its first slash is `host:path` over ssh; a folder of such a
    /// name is written with `./` before it.
    /// - Throws: `credentialInURL`, `schemeRefused`, `badURL`. No message holds what may be a credential.
    package init?(parsing text: String) throws(RemoteError) {
        if let mark = text.range(of: "://") {
            let scheme = text[..<mark.lowerBound].lowercased()
            let rest = text[mark.upperBound...]
            guard let known = Scheme(rawValue: scheme) else {
                throw RemoteError(.schemeRefused, detail: shownScheme(scheme))
            }
            self = try RemoteURL(known, rest)
            return
        }
        guard let colon = text[hostEnd(in: text)...].firstIndex(of: ":"), colon != text.startIndex,
            !text[..<colon].contains("/")
        else { return nil }
        var place = text[..<colon]
        let path = text[text.index(after: colon)...]
        if path.hasPrefix(":") { throw RemoteError(.schemeRefused, detail: shownScheme(place.lowercased())) }
        // `user:secret@host` has its first colon before the at sign.
        if !place.contains("@"), path.contains("@") { throw RemoteError(.credentialInURL) }
        try self.init(.ssh, user: &place, port: nil, path: String(path))
    }

    /// Reads what stands behind `scheme://`.
    private init(_ scheme: Scheme, _ rest: Substring) throws(RemoteError) {
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        var place = rest[..<slash]
        let path = String(rest[slash...])
        guard scheme != .file else {
            guard place.isEmpty || place == "localhost" else {
                throw RemoteError(.badURL, detail: "a file URL begins with `file:///`")
            }
            try checkPath(path, scheme)
            self.init(scheme: .file, user: nil, host: "", port: nil, path: normalised(path))
            return
        }
        var port: Int?
        let afterUser = place.lastIndex(of: "@").map { place.index(after: $0) } ?? place.startIndex
        let hostEnd = place[afterUser...].lastIndex(of: "]") ?? afterUser
        if let colon = place[hostEnd...].lastIndex(of: ":") {
            guard let number = Int(place[place.index(after: colon)...]), (1...65535).contains(number) else {
                throw RemoteError(.badURL, detail: "its port is no number from 1 to 65535")
            }
            port = number
            place = place[..<colon]
        }
        try self.init(scheme, user: &place, port: port, path: path)
    }

    /// Checks the parts; `place` is `user@host` or `host`.
    private init(_ scheme: Scheme, user place: inout Substring, port: Int?, path: String) throws(RemoteError)
    {
        var user: String?
        if let at = place.lastIndex(of: "@") {
            let name = String(place[..<at])
            // Tokens stand where https URLs have the user, so no user at all is taken there.
            if scheme == .https || name.contains(":") { throw RemoteError(.credentialInURL) }
            guard let first = name.utf8.first, isLetterOrDigit(first) || first == 0x5F,
                name.utf8.allSatisfy({ isLetterOrDigit($0) || "._-".utf8.contains($0) })
            else { throw RemoteError(.badURL, detail: "its user is not a plain name") }
            user = name
            place = place[place.index(after: at)...]
        }
        let host = try checkedHost(place)
        try checkPath(path, scheme)
        self.init(
            scheme: scheme, user: scheme == .ssh ? user ?? "git" : nil, host: host,
            port: port == (scheme == .ssh ? 22 : 443) ? nil : port, path: normalised(path))
    }
}

/// Where an IPv6 address in brackets ends, which has colons of its own; the start of a text without one.
private func hostEnd(in text: String) -> String.Index {
    guard let open = text.firstIndex(of: "["), !text[..<open].contains(where: { $0 == ":" || $0 == "/" }),
        open == text.startIndex || text[..<open].hasSuffix("@")
    else { return text.startIndex }
    return text.firstIndex(of: "]") ?? text.startIndex
}

private func checkedHost(_ text: Substring) throws(RemoteError) -> String {
    if text.hasPrefix("["), text.hasSuffix("]") {
        let address = text.dropFirst().dropLast().lowercased()
        if address.contains(":"),
            address.utf8.allSatisfy({ hexadecimalValue($0) != nil || ":.".utf8.contains($0) })
        {
            return address
        }
    }
    guard let first = text.utf8.first, isLetterOrDigit(first),
        text.utf8.allSatisfy({ isLetterOrDigit($0) || ".-_".utf8.contains($0) }), text.utf8.count <= 253
    else { throw RemoteError(.badURL, detail: "its host is not a plain name or address") }
    return text.lowercased()
}

/// Refuses what has a meaning of its own to a shell, a terminal, or the far side: libgit2 puts the path of
/// an ssh URL between quotes and does not escape them.
private func checkPath(_ path: String, _ scheme: RemoteURL.Scheme) throws(RemoteError) {
    guard path.contains(where: { $0 != "/" }) else {
        throw RemoteError(.badURL, detail: "it names no repository")
    }
    if path.contains("?") || path.contains("#") {
        throw RemoteError(.badURL, detail: "it has a `?` or `#`, which no repository's address needs")
    }
    var allowed = Array("/._-+~@:,=".utf8)
    if scheme != .ssh { allowed += Array("%".utf8) }
    if scheme == .file { allowed += Array(" ()".utf8) }
    guard path.utf8.allSatisfy({ isLetterOrDigit($0) || allowed.contains($0) }), path.utf8.first != 0x2D,
        path.utf8.count <= 2048
    else {
        throw RemoteError(
            .badURL, detail: "its path has other characters than letters, digits and `/._-+~@:,=`")
    }
}

private func normalised(_ path: String) -> String {
    var path = path[...]
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return String(path)
}

/// A scheme for a message; what is none may be half of a credential and is not shown.
private func shownScheme(_ scheme: String) -> String {
    let isPlain =
        scheme.utf8.count <= 16 && scheme.utf8.allSatisfy { isLetterOrDigit($0) || "+-.".utf8.contains($0) }
    return isPlain ? scheme : ""
}

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
}

extension String {
    /// The first place of `part`.
    fileprivate func range(of part: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
            start = index(after: start)
        }
        return nil
    }
}
