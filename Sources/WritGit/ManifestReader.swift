package import WritDiagnostics
package import WritModel

/// Reads manifests from the commits of one repository, without a working tree and without obeying anything
/// that the repository's or the user's configuration says.
///
/// Nothing is written, fetched or run. Not for use from two threads at once; calls block.
package struct ManifestReader {
    private let place: RepositoryPlace
    /// The repository's objects, and what precedes what among its commits.
    let objects: ObjectDatabase
    let history: History
    /// What git's command line would take notice of and this reader does not.
    package let warnings: [Diagnostic]

    /// Opens the repository that `path` is, or lies in.
    ///
    /// `path` is a working tree or a folder below its top, a `.git` folder, a bare repository, or the
    /// `.git` file of a linked worktree. Shallow clones are read as far as they go.
    /// - Throws: `notARepository`, `foreignOwner`, `alternates`, `unsupportedFormat`, `unreadable`,
    ///   `malformedReference`, `library`.
    package init(
        repository path: String, owner: OwnerRule = .currentUser, watchdog: ReadWatchdog? = nil
    ) throws(GitError) {
        self.place = try RepositoryPlace(finding: path)
        try place.check(owner: owner)
        self.objects = try ObjectDatabase(folder: place.objects, watchdog: watchdog)
        self.history = try History(objects, place)
        self.warnings = place.warnings(try References(place).packed)
    }

    /// The absolute path of the working tree's top, or of a bare repository.
    package var root: String { place.root }

    /// The top of the working tree; `nil` for a bare repository.
    package var top: String? { place.top }

    /// The folder that was asked for, from the top; empty at the top.
    package var prefix: String { place.prefix }

    /// The commit that `revision` names: `HEAD`, a branch, a tag, a remote branch, a full id or a unique
    /// prefix of at least 7 digits, each with `~n` behind it for the n-th first parent.
    /// - Throws: `revision…`, `notACommit`, `noCommitYet`, `tooFewAncestors`, `historyIncomplete`,
    ///   `malformedReference`, `object…`, `unreadable`.
    package func resolve(_ revision: String = "HEAD") throws(GitError) -> Revision {
        let id = try RevisionResolver(history, try References(place)).commit(revision)
        return Revision(commit: id.description, name: revision, repository: root)
    }

    /// The manifests of a commit: `writ.yaml` at the top, and the `.yaml` and `.yml` files that are, or lie
    /// in, one of the `wanted` paths (`.` is everything). The whole tree is listed and checked.
    /// - Parameter each: is told every file as soon as it is read, before the others are.
    /// - Throws: `object…`, `unreadable`; what is wrong with the tree itself is a diagnostic.
    package func tree(
        at revision: Revision, wanted: [String], limits: ReadLimits = ReadLimits(),
        each: (ManifestFile) -> Void = { _ in }
    ) throws(GitError) -> TreeReading {
        let source = try source(of: revision)
        var walk = TreeWalk(source, wanted: wanted, limits: limits)
        return try walk.read(revision, each: each)
    }

    /// The files at exact paths of a commit, such as `writ.yaml` or a policy's document, with the same
    /// checks as a manifest's. A path with no file, or a folder, is `missing`.
    /// - Throws: `object…`, `unreadable`; what is wrong with the tree itself is a diagnostic.
    package func files(
        _ paths: [String], at revision: Revision, limits: ReadLimits = ReadLimits()
    ) throws(GitError) -> FilesReading {
        var finder = FileFinder(try source(of: revision), limits: limits)
        return try finder.read(paths)
    }

    /// How `commit` stands to `other`, both full ids.
    /// - Throws: `revisionSyntax` for what is no full id, `object…`, `unreadable`.
    package func ancestry(of commit: String, comparedWith other: String) throws(GitError) -> Ancestry {
        try history.ancestry(of: try id(commit), comparedWith: try id(other))
    }

    /// The newest commit that both contain, full ids all, or `nil` where they have nothing in common.
    /// - Throws: `historyIncomplete`, `revisionSyntax` for what is no full id, `object…`, `unreadable`.
    package func mergeBase(_ a: String, _ b: String) throws(GitError) -> String? {
        try history.mergeBase(try id(a), try id(b))?.description
    }

    private func source(of revision: Revision) throws(GitError) -> CommitSource {
        let commit = try history.commit(try id(revision.commit ?? revision.name))
        return CommitSource(objects, root: commit.tree)
    }

    /// Reads a full commit id.
    /// - Throws: `revisionSyntax`.
    func id(_ commit: String) throws(GitError) -> ObjectID {
        guard let id = ObjectID(hex: Array(commit.utf8)) else {
            throw .revisionSyntax(commit, reason: "is not a full commit id")
        }
        return id
    }
}
