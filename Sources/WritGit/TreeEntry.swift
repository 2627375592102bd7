/// One entry of a git tree, as its bytes say; nothing is checked yet.
struct TreeEntry: Hashable, Sendable {
    /// The octal digits, normally six or `40000`.
    let mode: ArraySlice<UInt8>
    /// The bytes of the name, of any kind.
    let name: ArraySlice<UInt8>
    /// What the entry names.
    let id: ObjectID
    /// What the mode stands for, or `nil` for a mode that git does not write.
    let kind: EntryKind?

    /// An entry as it stands in the tree.
    init(mode: ArraySlice<UInt8>, name: ArraySlice<UInt8>, id: ObjectID) {
        self.mode = mode
        self.name = name
        self.id = id
        // `100664` was written by early versions of git and is accepted, as `git fsck` does.
        self.kind =
            switch String(decoding: mode, as: UTF8.self) {
            case "40000": .folder
            case "100644", "100755", "100664": .file
            case "120000": .symbolicLink
            case "160000": .submodule
            default: nil
            }
    }

    /// Whether git sorts this entry before `other`: by bytes, with `/` behind the name of a folder.
    ///
    /// Source: `base_name_compare` of git.
    func isSorted(before other: TreeEntry) -> Bool {
        var (a, b) = (sortedBytes, other.sortedBytes)
        while let x = a.next() {
            guard let y = b.next() else { return false }
            if x != y { return x < y }
        }
        return b.next() != nil
    }

    private var sortedBytes: some IteratorProtocol<UInt8> {
        let end: [UInt8] = kind == .folder ? [0x2F] : []
        return [name, end[...]].joined().makeIterator()
    }
}

/// The entries of a tree's contents in their order, and whether the bytes ended with the last of them.
///
/// Reading the bytes ourselves shows what libgit2 hides: odd modes, empty names and leading zeros.
func treeEntries(_ bytes: [UInt8]) -> (entries: [TreeEntry], isComplete: Bool) {
    var entries: [TreeEntry] = []
    var position = 0
    while position < bytes.count {
        guard let space = bytes[position...].firstIndex(of: 0x20),
            let end = bytes[space...].firstIndex(of: 0),
            let id = ObjectID(bytes[(end + 1)...])
        else { return (entries, false) }
        entries.append(TreeEntry(mode: bytes[position..<space], name: bytes[(space + 1)..<end], id: id))
        position = end + 21
    }
    return (entries, true)
}
