/// The commits of a repository and what precedes what.
struct History {
    /// Where the commits are read from.
    let objects: ObjectDatabase
    /// The commits whose parents a shallow clone left out.
    private let boundary: Set<ObjectID>

    /// The history as far as the clone has it.
    /// - Throws: `unreadable`.
    init(_ objects: ObjectDatabase, _ place: RepositoryPlace) throws(GitError) {
        self.objects = objects
        let bytes = try contents(ofFile: place.commonFolder + "/shallow", atMost: 64 << 20) ?? []
        self.boundary = Set(bytes.split(separator: 0x0A).compactMap { ObjectID(hex: $0) })
    }

    /// The commit with that id.
    /// - Throws: `objectMissing`, `objectWrongKind`, `tooLarge`, `objectCorrupt`, `unreadable`.
    func commit(_ id: ObjectID) throws(GitError) -> Commit {
        let bytes = try objects.read(id, .commit, citing: "commit", atMost: ReadLimits.structureBytes)
        guard let commit = Commit(bytes) else {
            throw .objectCorrupt(id: id.description, path: "commit", reason: "it is not formed like a commit")
        }
        return commit
    }

    /// Whether a shallow clone left out a part of the history.
    var isShallow: Bool { !boundary.isEmpty }

    /// Whether the parents of that commit were left out of a shallow clone.
    func isBoundary(_ id: ObjectID) -> Bool { boundary.contains(id) }

    /// The first parent `generations` steps back from `id`; `expression` is what the user asked for.
    /// - Throws: `tooFewAncestors`, `historyIncomplete`, and what `commit` throws.
    func ancestor(of id: ObjectID, generations: Int, asked expression: String) throws(GitError) -> ObjectID {
        var current = id
        for step in 0..<generations {
            if isBoundary(current) { throw .historyIncomplete(question: "the commit `\(expression)`") }
            guard let parent = try commit(current).parents.first else {
                throw .tooFewAncestors(expression, available: step)
            }
            current = parent
        }
        return current
    }
}
