package import WritModel

extension ManifestReader {
    /// Who wrote the lines, each a line of a file of a commit, followed through merges and renames.
    /// - Throws: `revisionSyntax` for what is no full id, `object…` and `unreadable` for the commits that
    ///   were asked about; what is wrong with older ones is in the answer.
    package func blame(
        _ places: Set<LinePlace>, limits: BlameLimits = BlameLimits()
    ) throws(GitError) -> Blame {
        let start = SuspendingClock.now
        var walk = BlameWalk(history, limits: limits) { SuspendingClock.now - start }
        return try walk.blame(places)
    }

    /// Who made a commit, given by its full id.
    /// - Throws: `revisionSyntax` for what is no full id, `object…`, `unreadable`.
    package func authorship(of commit: String) throws(GitError) -> Authorship {
        let bytes = try objects.read(
            try id(commit), .commit, citing: "commit", atMost: ReadLimits.structureBytes)
        return WritGit.authorship(bytes, of: commit)
    }
}

/// What a commit's contents say of its author; what is malformed is left empty.
func authorship(_ bytes: [UInt8], of commit: String) -> Authorship {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let header = lines.prefix { !$0.isEmpty }
    let isLatin = header.contains { line in
        guard let name = headerValue("encoding ", line) else { return false }
        return ["iso-8859-1", "iso8859-1", "latin1", "latin-1"].contains(
            text(name, isLatin: false).lowercased())
    }
    let person = header.lazy.compactMap { headerValue("author ", $0) }.first ?? []
    // `Name <address> seconds zone`; a name may hold anything but these brackets and a line end.
    let open = person.firstIndex(of: 0x3C) ?? person.endIndex
    let close = person.lastIndex(of: 0x3E) ?? open
    let address = open < close ? person[(open + 1)..<close] : []
    let seconds = (close < person.endIndex ? person[(close + 1)...] : []).split(separator: 0x20).first
    let subject = lines.dropFirst(header.count).drop { $0.isEmpty }.prefix { !$0.isEmpty }
    return Authorship(
        commit: commit, name: trimmed(text(person[..<open], isLatin: isLatin)),
        email: trimmed(text(address, isLatin: isLatin)),
        date: Instant(epochSeconds: seconds.flatMap { Int64(text($0, isLatin: false)) } ?? 0),
        subject: subject.map { trimmed(text($0, isLatin: isLatin)) }.joined(separator: " "))
}

private func headerValue(_ key: String, _ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    line.starts(with: key.utf8) ? line.dropFirst(key.utf8.count) : nil
}

/// Bytes that are no UTF-8 become U+FFFD.
private func text(_ bytes: ArraySlice<UInt8>, isLatin: Bool) -> String {
    guard isLatin else { return String(decoding: bytes, as: UTF8.self) }
    return String(String.UnicodeScalarView(bytes.map { UnicodeScalar($0) }))
}

private func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let last = scalars.last, last == " " || last == "\t" || last == "\r" { scalars.removeLast() }
    return String(scalars.drop { $0 == " " || $0 == "\t" })
}
