internal import CLibGit2

/// The objects in packs, read by libgit2.
///
/// The database has the pack reader alone: neither loose objects nor alternates are reached through it.
/// Not for use from two threads at once.
final class PackedObjects {
    private let database: OpaquePointer

    /// Opens the packs below the `objects` folder.
    /// - Throws: `library`.
    init(folder: String) throws(GitError) {
        guard LibGit2.started else { throw .library(code: -1, message: "libgit2 does not start") }
        var opened: OpaquePointer?
        let code = git_odb_new(&opened)
        guard code == 0, let opened else { throw LibGit2.error(code) }
        var packs: OpaquePointer?
        var failure = git_odb_backend_pack(&packs, folder)
        if failure == 0 { failure = git_odb_add_backend(opened, packs, 1) }
        guard failure == 0 else {
            let error = LibGit2.error(failure)
            git_odb_free(opened)
            throw error
        }
        self.database = opened
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
