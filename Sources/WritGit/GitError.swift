/// Why a repository, a revision or an object cannot be read: the world failed, not the user's manifests.
///
/// Names and paths inside are as found; `description` and `help` escape them.
package enum GitError: Error, Hashable, Sendable {
    /// No repository at or above the path.
    case notARepository(path: String)
    /// A part of the repository belongs to somebody else.
    case foreignOwner(path: String, owner: UInt32, user: UInt32)
    /// Objects would be read from outside of the repository (`objects/info/alternates`).
    case alternates(path: String)
    /// The repository's format is not one that Writ reads, such as SHA-256 objects.
    case unsupportedFormat(path: String, format: String)
    /// A bare repository has no working tree.
    case noWorkingTree(path: String)
    /// A file or folder cannot be read.
    case unreadable(path: String, reason: String)
    /// `HEAD` names a branch that has no commit yet.
    case noCommitYet(branch: String)
    /// No branch, tag or commit has that name.
    case revisionNotFound(String, nearest: String?)
    /// Not a form of revision that Writ takes.
    case revisionSyntax(String, reason: String)
    /// Several commits go by that name.
    case revisionAmbiguous(String, candidates: [String])
    /// The revision names a tree or a blob.
    case notACommit(String, kind: ObjectKind)
    /// `~n` goes beyond the first commit, which is `available` steps back.
    case tooFewAncestors(String, available: Int)
    /// The answer lies beyond the boundary of a shallow clone.
    case historyIncomplete(question: String)
    /// An object is not there; `partial` where the repository is a partial clone.
    case objectMissing(id: String, path: String, partial: Bool)
    /// An entry, a parent or a tag names an object of another kind.
    case objectWrongKind(id: String, path: String, expected: ObjectKind, found: ObjectKind)
    /// An object's bytes are not what its id stands for.
    case objectCorrupt(id: String, path: String, reason: String)
    /// A file or an object is larger than we read, in bytes.
    case tooLarge(path: String, byteCount: Int, limit: Int)
    /// A reference file or `packed-refs` holds something else than a reference.
    case malformedReference(name: String, reason: String)
    /// libgit2 refused for a reason that has no case of its own.
    case library(code: Int, message: String)
}

extension GitError: CustomStringConvertible {
    /// One lower-case sentence without a full stop.
    package var description: String {
        switch self {
        case .notARepository(let path): "`\(escapedName(path))` is not in a git repository"
        case .foreignOwner(let path, let owner, let user):
            "`\(escapedName(path))` belongs to user \(owner), and this process runs as user \(user)"
        case .alternates(let path):
            "`\(escapedName(path))` makes the repository read objects from elsewhere"
        case .unsupportedFormat(let path, let format):
            "the repository `\(escapedName(path))` uses \(escapedName(format)), which is not supported"
        case .noWorkingTree(let path):
            "`\(escapedName(path))` is a bare repository and has no working tree"
        case .unreadable(let path, let reason): "cannot read `\(escapedName(path))`: \(escapedName(reason))"
        case .noCommitYet(let branch): "the branch `\(escapedName(branch))` has no commit yet"
        case .revisionNotFound(let name, _):
            "no branch, tag or commit is named `\(escapedName(name))`"
        case .revisionSyntax(let name, let reason): "`\(escapedName(name))` \(reason)"
        case .revisionAmbiguous(let name, let candidates):
            "`\(escapedName(name))` names several commits: "
                + candidates.map { "`\(escapedName($0))`" }.joined(separator: ", ")
        case .notACommit(let name, let kind): "`\(escapedName(name))` names a \(kind.rawValue), not a commit"
        case .tooFewAncestors(let name, let available):
            "`\(escapedName(name))` goes beyond the first commit, which is \(available) back"
        case .historyIncomplete(let question):
            "\(escapedName(question)) lies beyond the boundary of this shallow clone"
        case .objectMissing(let id, let path, let partial):
            "object \(id) (\(escapedName(path))) is missing"
                + (partial ? " from this partial clone" : " from the repository")
        case .objectWrongKind(let id, let path, let expected, let found):
            "object \(id) (\(escapedName(path))) is a \(found.rawValue), not a \(expected.rawValue)"
        case .objectCorrupt(let id, let path, let reason):
            "object \(id) (\(escapedName(path))) is damaged: \(escapedName(reason))"
        case .tooLarge(let path, let byteCount, let limit):
            "`\(escapedName(path))` has \(byteCount) bytes, and at most \(limit) are read"
        case .malformedReference(let name, let reason):
            "the reference `\(escapedName(name))` is malformed: \(escapedName(reason))"
        case .library(let code, let message): "libgit2 answers \(code): \(escapedName(message))"
        }
    }
}

extension GitError {
    /// What the reader of the message can do, where that is known.
    package var help: String? {
        switch self {
        case .notARepository:
            "name a repository, a folder inside one, or its `.git`; `writ init` and `git init` start one"
        case .foreignOwner:
            "run as that user, or say that you trust the repository with `--any-owner`; git's `safe.directory` is not obeyed"
        case .alternates:
            "clone without `--shared` and `--reference`, or run `git repack -a -d` and delete the file"
        case .unsupportedFormat: "use a repository with SHA-1 objects and ordinary reference files"
        case .noWorkingTree: "leave `--worktree` out and name a revision"
        case .noCommitYet: "commit the manifests first, or read the working tree with `--worktree`"
        case .revisionNotFound(_, let nearest?): "did you mean `\(escapedName(nearest))`?"
        case .revisionNotFound:
            "fetch the branch or tag, or give the full commit id; `git branch -a` and `git tag` list what is here"
        case .revisionSyntax:
            "give a branch, a tag or a commit id of at least 7 digits, with `~n` behind it for older commits"
        case .revisionAmbiguous: "give one of these names in full"
        case .historyIncomplete:
            "run `git fetch --unshallow`, or set `fetch-depth: 0` in the pipeline's checkout step"
        case .objectMissing(_, _, partial: true): "clone without `--filter`; nothing is fetched while reading"
        case .objectMissing, .objectCorrupt: "run `git fsck`, then clone again"
        case .unreadable: "check that it exists and that this user may read it"
        case .notACommit: "name a commit that has it; `git log` shows them"
        case .tooFewAncestors(_, let available):
            "take back at most `~\(available)`; `git log` shows the commits"
        case .objectWrongKind, .malformedReference: "run `git fsck`, then clone again"
        case .tooLarge: "split the file: manifests of one target may stand in any number of files"
        case .library: nil
        }
    }
}
