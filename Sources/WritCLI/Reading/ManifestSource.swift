internal import WritDiagnostics
internal import WritGit
internal import WritModel

/// Where a command reads manifests from: a commit, or the files of a working tree.
enum ManifestSource {
    case commit(ManifestReader, Revision)
    case workingTree(WorkingTree)

    var revision: Revision {
        switch self {
        case .commit(_, let revision): revision
        case .workingTree(let tree): tree.revision
        }
    }

    /// What git's command line would take notice of and this reader does not.
    var warnings: [Diagnostic] {
        switch self {
        case .commit(let reader, _): reader.warnings
        case .workingTree: []
        }
    }

    /// The top of the working tree; `nil` for a bare repository.
    var top: String? {
        switch self {
        case .commit(let reader, _): reader.top
        case .workingTree(let tree): tree.root
        }
    }

    /// The manifests at the `wanted` paths; `each` is told of every file as soon as it is read.
    func tree(
        wanted: [String], each: (ManifestFile) -> Void = { _ in }
    ) throws(GitError) -> TreeReading {
        switch self {
        case .commit(let reader, let revision): try reader.tree(at: revision, wanted: wanted, each: each)
        case .workingTree(let tree): try tree.tree(wanted: wanted, each: each)
        }
    }

    func files(_ paths: [String]) throws(GitError) -> FilesReading {
        switch self {
        case .commit(let reader, let revision): try reader.files(paths, at: revision)
        case .workingTree(let tree): try tree.files(paths)
        }
    }
}
