/// One entry of a git tree, as its bytes say; nothing is checked yet.
struct TreeEntry: Hashable, Sendable {
    /// The octal digits, normally six or `40000`.
    var mode: [UInt8]
    var name: [UInt8]
    var id: ObjectID

    /// What the mode stands for, or `nil` for a mode that git does not write.
    ///
    /// `100664` was written by early versions of git and is accepted, as `git fsck` does.
    var kind: EntryKind? {
        switch String(decoding: mode, as: UTF8.self) {
        case "40000": .folder
        case "100644", "100755", "100664": .file
        case "120000": .symbolicLink
        case "160000": .submodule
        default: nil
        }
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
        entries.append(
            TreeEntry(mode: Array(bytes[position..<space]), name: Array(bytes[(space + 1)..<end]), id: id))
        position = end + 21
    }
    return (entries, true)
}

/// Whether git sorts `a` before `b`: by bytes, with `/` behind the name of a folder.
///
/// Source: `base_name_compare` of git.
func isSorted(_ a: TreeEntry, before b: TreeEntry) -> Bool {
    func key(_ entry: TreeEntry) -> [UInt8] { entry.kind == .folder ? entry.name + [0x2F] : entry.name }
    return key(a).lexicographicallyPrecedes(key(b))
}
