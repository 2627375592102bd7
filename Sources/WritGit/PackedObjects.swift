internal import CLibGit2

/// The objects in packs, read by libgit2.
///
/// The database has a reader for each pack alone: loose objects, alternates and indexes over several packs
/// are not reached through it. Not for use from two threads at once.
final class PackedObjects {
    private var database: OpaquePointer
    /// The names of the pack indexes, sorted.
    private var names: [String]
    private let folder: String

    /// Opens the packs in a folder after a check of their indexes.
    /// - Throws: `unreadable` for a damaged index, `library`.
    init(folder: String) throws(GitError) {
        guard LibGit2.started else { throw .library(code: -1, message: "libgit2 does not start") }
        let names = packNames(in: folder)
        self.database = try openPacks(names, in: folder)
        self.names = names
        self.folder = folder
    }

    /// Opens the packs anew if some have come or gone, as by `git gc`; answers whether it did.
    /// - Throws: `unreadable` for a damaged index, `library`.
    func refresh() throws(GitError) -> Bool {
        let current = packNames(in: folder)
        guard current != names else { return false }
        let opened = try openPacks(current, in: folder)
        git_odb_free(database)
        database = opened
        names = current
        return true
    }

    deinit { git_odb_free(database) }

    /// What an object says of itself, or `nil` where no pack has it.
    /// - Throws: `objectCorrupt`, citing `path`.
    func header(of id: ObjectID, citing path: String) throws(GitError) -> ObjectHeader? {
        var oid = id.oid
        var byteCount = 0
        var type = GIT_OBJECT_INVALID
        let code = git_odb_read_header(&byteCount, &type, database, &oid)
        if code == GIT_ENOTFOUND.rawValue { return nil }
        guard code == 0, let kind = ObjectKind(type), byteCount >= 0 else {
            throw damaged(id, citing: path, code)
        }
        return ObjectHeader(kind: kind, byteCount: byteCount)
    }

    /// The contents of an object whose hash libgit2 has verified, or `nil` where no pack has it.
    /// - Throws: `objectCorrupt`, citing `path`.
    func contents(of id: ObjectID, citing path: String) throws(GitError) -> [UInt8]? {
        var oid = id.oid
        var object: OpaquePointer?
        let code = git_odb_read(&object, database, &oid)
        if code == GIT_ENOTFOUND.rawValue { return nil }
        guard code == 0, let object else { throw damaged(id, citing: path, code) }
        defer { git_odb_object_free(object) }
        let data = UnsafeRawBufferPointer(
            start: git_odb_object_data(object), count: git_odb_object_size(object))
        return Array(data)
    }

    /// Every id whose lower-case hexadecimal form begins with `prefix`; cost grows with the packs' objects.
    /// - Throws: `library`.
    func ids(withPrefix prefix: String) throws(GitError) -> [ObjectID] {
        let search = PrefixSearch(prefix)
        let code = withExtendedLifetime(search) {
            git_odb_foreach(
                database,
                { oid, payload in
                    guard let oid, let payload else { return 0 }
                    Unmanaged<PrefixSearch>.fromOpaque(payload).takeUnretainedValue().see(oid.pointee)
                    return 0
                }, Unmanaged.passUnretained(search).toOpaque())
        }
        guard code == 0 else { throw LibGit2.error(code) }
        return search.found
    }

    private func damaged(_ id: ObjectID, citing path: String, _ code: Int32) -> GitError {
        let reason = code == 0 ? "its kind is unknown" : LibGit2.lastMessage()
        return .objectCorrupt(id: id.description, path: path, reason: reason)
    }
}

/// The names of the indexes that have a pack, sorted.
private func packNames(in folder: String) -> [String] {
    let names = Set(fileNames(inFolder: folder))
    return names.filter { $0.hasSuffix(".idx") && names.contains($0.dropLast(4) + ".pack") }.sorted()
}

/// A database with a reader for each pack.
private func openPacks(_ names: [String], in folder: String) throws(GitError) -> OpaquePointer {
    for name in names { try PackIndex.check(folder + "/" + name) }
    var opened: OpaquePointer?
    let code = git_odb_new(&opened)
    guard code == 0, let opened else { throw LibGit2.error(code) }
    for name in names {
        var pack: OpaquePointer?
        var failure = git_odb_backend_one_pack(&pack, folder + "/" + name)
        if failure == 0 { failure = git_odb_add_backend(opened, pack, 1) }
        guard failure == 0 else {
            let reason = LibGit2.lastMessage()
            git_odb_free(opened)
            throw .unreadable(path: folder + "/" + name, reason: reason)
        }
    }
    return opened
}

/// Collects the ids that begin with given digits.
private final class PrefixSearch {
    /// The value of each digit.
    private let digits: [UInt8]
    private(set) var found: [ObjectID] = []

    init(_ prefix: String) {
        self.digits = prefix.utf8.compactMap(hexadecimalValue)
    }

    func see(_ oid: git_oid) {
        var copy = oid
        let matches = withUnsafeBytes(of: &copy.id) { bytes in
            digits.enumerated().allSatisfy { position, digit in
                digit == (position.isMultiple(of: 2) ? bytes[position / 2] >> 4 : bytes[position / 2] & 15)
            }
        }
        if matches { found.append(ObjectID(oid)) }
    }
}
