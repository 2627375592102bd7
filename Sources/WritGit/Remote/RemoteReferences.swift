internal import CLibGit2
internal import Glibc

/// The branches and tags that a remote has, and what its `HEAD` is.
struct RemoteReferences: Hashable, Sendable {
    /// Full names and what they lead to.
    var objects: [String: ObjectID] = [:]
    /// The branch that `HEAD` is, or a commit's id; `nil` where the remote does not say.
    var head: ReferenceTarget?

    /// What a connected remote has shown.
    ///
    /// Names that git would not accept are left out: they become paths.
    init(_ remote: OpaquePointer) throws(LibraryFailure) {
        var heads: UnsafeMutablePointer<UnsafePointer<git_remote_head>?>?
        var count = 0
        try check(git_remote_ls(&heads, &count, remote))
        for index in 0..<count {
            guard let entry = heads?[index]?.pointee, let namePointer = entry.name else { continue }
            let name = String(cString: namePointer)
            let id = ObjectID(entry.oid)
            if name == "HEAD" {
                let branch = entry.symref_target.map { String(cString: $0) }
                head = branch.flatMap { isReferenceName($0) ? .symbolic($0) : nil } ?? .object(id)
            } else if name.hasPrefix("refs/heads/") || name.hasPrefix("refs/tags/"), isReferenceName(name) {
                objects[name] = id
            }
        }
    }

    /// Writes them in the place of those that `folder` has: two files, each old or new as a whole, so that
    /// branches which become folders, or the other way round, are no matter.
    ///
    /// - Returns: `false` where that failed, with the reason in `errno`.
    func write(to folder: String) -> Bool {
        let lines = objects.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)\n" }
        guard replaceFile(folder + "/packed-refs", lines.joined()) else { return false }
        let text =
            switch head {
            case .symbolic(let name): "ref: \(name)\n"
            case .object(let id): "\(id)\n"
            case nil: "ref: refs/heads/main\n"
            }
        return replaceFile(folder + "/HEAD", text)
    }
}
