package import WritModel

/// Manifests read from the files of a folder instead of from a commit, with the same rules.
///
/// Symbolic links are not followed, other repositories are not entered, and `.gitignore` is not looked at:
/// what is on the disk counts. Nothing is written.
package struct WorkingTree: Sendable {
    /// The absolute path of the folder that manifest paths are relative to.
    package let root: String
    /// The folder that was asked for, from `root`; empty at the root.
    package let prefix: String

    /// The working tree that `path` is, or lies in; the folder itself where it lies in no repository.
    /// - Throws: `noWorkingTree` for a bare repository, `foreignOwner`, `unreadable`.
    package init(at path: String, owner: OwnerRule = .currentUser) throws(GitError) {
        do throws(GitError) {
            let place = try RepositoryPlace(finding: path)
            guard let top = place.top else { throw GitError.noWorkingTree(path: path) }
            try place.checkOwner(owner)
            self.root = top
            self.prefix = place.prefix
        } catch .notARepository {
            self.root = try realPath(path)
            self.prefix = ""
        }
    }

    /// The revision that stands for the files as they are; without a commit no plan is applied from it.
    package var revision: Revision { Revision(commit: nil, name: "working tree", repository: root) }

    /// The manifests: `writ.yaml` at the root, and the `.yaml` and `.yml` files that are, or lie in, one of
    /// the `wanted` paths (`.` is everything). Only folders on the way to wanted paths are listed, so the
    /// tree's `paths` may lack files elsewhere.
    /// - Parameter each: is told every file as soon as it is read, before the others are.
    /// - Throws: `unreadable`; what is wrong with the files themselves is a diagnostic.
    package func tree(
        wanted: [String], limits: ReadLimits = ReadLimits(), each: (ManifestFile) -> Void = { _ in }
    ) throws(GitError) -> TreeReading {
        var walk = TreeWalk(DiskSource(root: root), wanted: wanted, limits: limits)
        return try walk.read(revision, each: each)
    }

    /// The files at exact paths, with the same checks as a manifest's.
    /// - Throws: `unreadable`; what is wrong with the files themselves is a diagnostic.
    package func files(
        _ paths: [String], limits: ReadLimits = ReadLimits()
    ) throws(GitError) -> FilesReading {
        var finder = FileFinder(DiskSource(root: root), limits: limits)
        return try finder.read(paths)
    }
}
