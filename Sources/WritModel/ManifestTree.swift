/// Where manifests were read from.
package struct Revision: Hashable, Sendable {
    /// The full commit id; `nil` for a working tree, which no plan can be applied from.
    package var commit: String?
    /// What the user asked for, such as `main`.
    package var name: String
    /// The repository's path or URL, without credentials.
    package var repository: String

    package init(commit: String?, name: String, repository: String) {
        self.commit = commit
        self.name = name
        self.repository = repository
    }

    /// `main@9f2c1ab`, or the name of the working tree.
    package var short: String {
        guard let commit else { return name }
        return name == commit ? String(commit.prefix(7)) : "\(name)@\(commit.prefix(7))"
    }
}

/// One file of a commit.
package struct ManifestFile: Hashable, Sendable {
    /// The path in the commit, with `/` between its parts.
    package var path: String
    /// The contents, as they are.
    package var bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// The files of a revision that may be manifests, sorted by path, and the paths of all its files.
package struct ManifestTree: Hashable, Sendable {
    /// Where the files come from.
    package var revision: Revision
    /// `.yaml` and `.yml` files, sorted by path.
    package var files: [ManifestFile]
    /// Every file's path, for telling a missing path from an empty one.
    package var paths: Set<String>

    package init(revision: Revision, files: [ManifestFile], paths: Set<String>? = nil) {
        self.revision = revision
        self.files = files.sorted { $0.path < $1.path }
        self.paths = paths ?? Set(files.map(\.path))
    }
}
