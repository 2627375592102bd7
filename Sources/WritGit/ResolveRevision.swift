internal import WritDiagnostics

/// Finds the commit that a revision names, without libgit2's revision language.
struct RevisionResolver {
    /// The commits that names lead to.
    let history: History
    /// The names.
    let references: References
    private var objects: ObjectDatabase { history.objects }

    /// A resolver of the references as they are now.
    init(_ history: History, _ references: References) {
        self.history = history
        self.references = references
    }

    /// The id of the commit that `text` names.
    ///
    /// A full id wins over a reference of that name, as in git; names that lead to different commits are
    /// refused, where git would take one of them with a warning.
    /// - Throws: `revision…`, `notACommit`, `noCommitYet`, `tooFewAncestors`, `historyIncomplete`,
    ///   `malformedReference`, and what reading objects throws.
    func commit(_ text: String) throws(GitError) -> ObjectID {
        let expression = try RevisionExpression(text)
        let start = try expression.name == "HEAD" ? head() : named(expression.name)
        return try history.ancestor(of: start, generations: expression.generations, asked: text)
    }

    private func head() throws(GitError) -> ObjectID {
        switch try references.head() {
        case .object(let id): return try peeled(id, asked: "HEAD")
        case .symbolic(let name):
            guard let id = try references.object(named: name) else {
                let branch = name.hasPrefix("refs/heads/") ? String(name.dropFirst(11)) : name
                throw .noCommitYet(branch: branch)
            }
            return try peeled(id, asked: "HEAD")
        }
    }

    private func named(_ name: String) throws(GitError) -> ObjectID {
        if let id = ObjectID(hex: Array(name.utf8)), try objects.header(of: id, citing: name) != nil {
            return try peeled(id, asked: name)
        }
        var found: [(name: String, commit: ObjectID)] = []
        let isFull = name.hasPrefix("refs/")
        for folder in isFull ? [""] : ["refs/heads/", "refs/tags/", "refs/remotes/", "refs/"] {
            if let id = try references.object(named: folder + name) {
                found.append((folder + name, try peeled(id, asked: name)))
            }
        }
        for commit in try abbreviated(name) { found.append((commit.description, commit)) }
        guard let first = found.first else {
            let nearest = nearestName(to: name, among: references.shortNames())
            throw .revisionNotFound(name, nearest: nearest)
        }
        guard found.allSatisfy({ $0.commit == first.commit }) else {
            throw .revisionAmbiguous(name, candidates: found.map(\.name))
        }
        return first.commit
    }

    /// The commits whose id begins with `name`, if those are 7 to 39 hexadecimal digits.
    private func abbreviated(_ name: String) throws(GitError) -> [ObjectID] {
        let digits = name.lowercased()
        guard (7..<40).contains(digits.utf8.count), digits.utf8.allSatisfy({ hexadecimalValue($0) != nil })
        else { return [] }
        var commits: [ObjectID] = []
        for id in try objects.ids(withPrefix: digits) {
            let kind = try objects.header(of: id, citing: name)?.kind
            if kind == .commit { commits.append(id) }
        }
        return commits
    }

    /// The commit that `id` is, or that a tag of that id leads to.
    private func peeled(_ id: ObjectID, asked name: String) throws(GitError) -> ObjectID {
        var id = id
        // Tags of tags exist, long chains of them do not.
        for _ in 0..<10 {
            guard let header = try objects.header(of: id, citing: name) else {
                throw .objectMissing(id: id.description, path: name, partial: false)
            }
            switch header.kind {
            case .commit: return id
            case .tag:
                let bytes = try objects.read(id, .tag, citing: name, atMost: ReadLimits.structureBytes)
                guard let target = tagTarget(bytes) else {
                    throw .objectCorrupt(
                        id: id.description, path: name, reason: "it is not formed like a tag")
                }
                id = target.id
            case .tree, .blob: throw .notACommit(name, kind: header.kind)
            }
        }
        throw .objectCorrupt(id: id.description, path: name, reason: "tags lead to tags without an end")
    }
}
