/// The file `packed-refs`: one `<id> <name>` a line.
struct PackedReferences: Sendable {
    private let bytes: [UInt8]

    /// Reads the file at `path`; a missing one holds nothing.
    /// - Throws: `unreadable`, also past 256 MiB.
    init(file path: String) throws(GitError) {
        self.bytes = try contents(ofFile: path, atMost: 256 << 20) ?? []
    }

    /// The object that a full name leads to; cost grows with the file.
    func object(named name: String) -> ObjectID? {
        let wanted = Array(name.utf8)
        for line in lines where line.count == wanted.count + 41 {
            if line.dropFirst(41).elementsEqual(wanted) { return ObjectID(hex: line.prefix(40)) }
        }
        return nil
    }

    /// Every full name.
    func names() -> [String] {
        lines.filter { $0.count > 41 }.map { String(decoding: $0.dropFirst(41), as: UTF8.self) }
    }

    /// Whether a full name begins with `prefix`.
    func hasNames(under prefix: String) -> Bool {
        let prefix = Array(prefix.utf8)
        return lines.contains { $0.dropFirst(41).starts(with: prefix) }
    }

    /// The lines that hold a reference: no comments, no peeled tags.
    private var lines: some Sequence<ArraySlice<UInt8>> {
        bytes.split(separator: 0x0A).lazy.filter { $0.first != 0x23 && $0.first != 0x5E }
    }
}
