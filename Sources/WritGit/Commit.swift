/// What a commit says of its place in history; author and message are not read.
struct Commit: Hashable, Sendable {
    /// The folder at the top.
    var tree: ObjectID
    /// In the order of the commit; none for the first one.
    var parents: [ObjectID]
    /// Seconds since 1970 at which it was committed, as its author's clock said.
    var committedAt: Int

    /// Reads a commit's contents, or `nil` where they are malformed.
    init?(_ bytes: [UInt8]) {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)[...]
        guard let tree = lines.popFirst().flatMap({ value(of: "tree ", in: $0) }).flatMap(ObjectID.init(hex:))
        else { return nil }
        self.tree = tree
        self.parents = []
        while let line = lines.first, let hex = value(of: "parent ", in: line) {
            guard let parent = ObjectID(hex: hex) else { return nil }
            parents.append(parent)
            lines.removeFirst()
        }
        let header = lines.prefix { !$0.isEmpty }
        let person = header.lazy.compactMap { value(of: "committer ", in: $0) }.first ?? []
        // `Name <address> seconds zone`; a commit with a broken date still has its place in history.
        let words = person.split(separator: 0x20)
        self.committedAt = words.dropLast().last.flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 0
    }
}

/// The kind and id that a tag's contents name, or `nil` where they are malformed.
func tagTarget(_ bytes: [UInt8]) -> (id: ObjectID, kind: ObjectKind)? {
    let lines = bytes.split(separator: 0x0A, maxSplits: 2, omittingEmptySubsequences: false)
    guard lines.count >= 2, let id = value(of: "object ", in: lines[0]).flatMap(ObjectID.init(hex:)),
        let word = value(of: "type ", in: lines[1]),
        let kind = ObjectKind(rawValue: String(decoding: word, as: UTF8.self))
    else { return nil }
    return (id, kind)
}

/// What follows `key` on a line that begins with it.
private func value(of key: String, in line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    line.starts(with: key.utf8) ? line.dropFirst(key.utf8.count) : nil
}
