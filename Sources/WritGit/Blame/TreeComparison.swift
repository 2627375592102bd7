/// What one path names in two trees that differ there; `nil` where a tree has nothing at the path.
///
/// A file and a folder of one name are two changes, as in git.
struct TreeChange {
    /// The path's bytes from the top.
    var path: [UInt8]
    /// In the older tree; never a folder.
    var old: NamedObject?
    /// In the newer tree; never a folder.
    var new: NamedObject?
}

/// An entry of a tree that is no folder.
struct NamedObject: Hashable {
    /// What it is; `nil` for a mode that git does not write.
    var kind: EntryKind?
    /// What it names.
    var id: ObjectID
}

/// Finds the paths at which two trees differ, without entering what is equal.
struct TreeComparison {
    /// Where the trees are read from.
    let contents: ContentCache
    /// Whether the folder at a path is looked into.
    let isEntered: ([UInt8]) -> Bool
    private(set) var changes: [TreeChange] = []

    /// A comparison that enters the folders for which `isEntered` holds.
    init(_ contents: ContentCache, isEntered: @escaping ([UInt8]) -> Bool) {
        self.contents = contents
        self.isEntered = isEntered
    }

    /// Compares the tree `old` with the tree `new`, either of which may be missing.
    ///
    /// Cost grows with the length of the folders that differ.
    /// - Throws: what reading objects throws; `objectCorrupt` for a list that is cut short.
    mutating func compare(_ old: ObjectID?, _ new: ObjectID?, at path: [UInt8] = []) throws(GitError) {
        guard old != new else { return }
        // A path of 4096 bytes ends the deepest chain of folders that is looked into.
        guard path.count <= 4096 else {
            throw .tooLarge(path: escapedName(path), byteCount: path.count, limit: 4096)
        }
        let oldBytes = try old.map { id throws(GitError) in try contents.tree(id, path) } ?? []
        let newBytes = try new.map { id throws(GitError) in try contents.tree(id, path) } ?? []
        for (a, b) in try differences(oldBytes, newBytes, at: path) {
            guard let name = (a ?? b)?.name else { continue }
            let child = path.isEmpty ? Array(name) : path + [0x2F] + name
            if (a ?? b)?.kind == .folder {
                if isEntered(child) { try compare(a?.id, b?.id, at: child) }
            } else {
                changes.append(
                    TreeChange(
                        path: child, old: a.map { NamedObject(kind: $0.kind, id: $0.id) },
                        new: b.map { NamedObject(kind: $0.kind, id: $0.id) }))
            }
        }
    }

    /// The entries that differ, those of one name together unless one of them alone is a folder.
    private func differences(
        _ old: [UInt8], _ new: [UInt8], at path: [UInt8]
    ) throws(GitError) -> [(TreeEntry?, TreeEntry?)] {
        var result: [(TreeEntry?, TreeEntry?)] = []
        var (i, j) = (0, 0)
        while i < old.count || j < new.count {
            let (a, aEnd) = try entry(of: old, at: i, path)
            let (b, bEnd) = try entry(of: new, at: j, path)
            guard let a, let b else {
                if a != nil { result.append((a, nil)) } else { result.append((nil, b)) }
                (i, j) = (aEnd, bEnd)
                continue
            }
            if a.name == b.name, (a.kind == .folder) == (b.kind == .folder) {
                if a.id != b.id || a.mode != b.mode { result.append((a, b)) }
                (i, j) = (aEnd, bEnd)
            } else if a.isSorted(before: b) {
                result.append((a, nil))
                i = aEnd
            } else {
                result.append((nil, b))
                j = bEnd
            }
            // What follows is mostly equal, and compared as bytes that is quick.
            let equal = equalEntries(old, from: i, new, from: j)
            (i, j) = (i + equal, j + equal)
        }
        return result
    }

    private func entry(
        of bytes: [UInt8], at start: Int, _ path: [UInt8]
    ) throws(GitError) -> (TreeEntry?, end: Int) {
        guard start < bytes.count else { return (nil, start) }
        guard let end = entryEnd(in: bytes, from: start),
            let space = bytes[start..<end].firstIndex(of: 0x20), let id = ObjectID(bytes[(end - 20)..<end])
        else {
            throw .objectCorrupt(
                id: "of a folder", path: escapedName(path), reason: "its list is cut short")
        }
        let nameEnd = end - 21
        guard space < nameEnd else {
            throw .objectCorrupt(id: "of a folder", path: escapedName(path), reason: "a name is empty")
        }
        return (TreeEntry(mode: bytes[start..<space], name: bytes[(space + 1)..<nameEnd], id: id), end)
    }
}

/// Where the entry that starts at `start` ends, or `nil` where the list is cut short.
private func entryEnd(in bytes: [UInt8], from start: Int) -> Int? {
    var position = start
    while position < bytes.count, bytes[position] != 0 { position += 1 }
    return position + 21 <= bytes.count ? position + 21 : nil
}

/// How many bytes of whole entries are the same in both lists from the two places on.
private func equalEntries(_ a: [UInt8], from i: Int, _ b: [UInt8], from j: Int) -> Int {
    a.withUnsafeBufferPointer { a in
        b.withUnsafeBufferPointer { b in
            let limit = min(a.count - i, b.count - j)
            var done = 0
            while done < limit {
                // The end of the entry is the same in both where its bytes are.
                var end = done
                while end < limit, a[i + end] == b[j + end], a[i + end] != 0 { end += 1 }
                guard end + 21 <= limit, a[i + end] == 0, b[j + end] == 0 else { return done }
                for offset in end..<(end + 21) where a[i + offset] != b[j + offset] { return done }
                done = end + 21
            }
            return done
        }
    }
}
