internal import CLibGit2

/// What a git object is.
package enum ObjectKind: String, Hashable, Sendable {
    /// Git's four kinds.
    case commit, tree, blob, tag

    /// The kind that libgit2 calls `type`, or `nil` for its pseudo types.
    init?(_ type: git_object_t) {
        switch type {
        case GIT_OBJECT_COMMIT: self = .commit
        case GIT_OBJECT_TREE: self = .tree
        case GIT_OBJECT_BLOB: self = .blob
        case GIT_OBJECT_TAG: self = .tag
        default: return nil
        }
    }

    /// libgit2's word.
    var type: git_object_t {
        switch self {
        case .commit: GIT_OBJECT_COMMIT
        case .tree: GIT_OBJECT_TREE
        case .blob: GIT_OBJECT_BLOB
        case .tag: GIT_OBJECT_TAG
        }
    }
}

/// What an object says of itself before its contents are read.
struct ObjectHeader: Hashable, Sendable {
    /// As the header says.
    var kind: ObjectKind
    /// The length of the contents in bytes.
    var byteCount: Int
}
