internal import WritGit
internal import WritManifest
internal import WritModel
internal import WritReport

extension OpenRepository {
    /// Says on standard error which files of the targets were not looked at as they lie in the working tree,
    /// because the commit at hand has others.
    ///
    /// Nothing is said where a revision was asked for by name, or where there is no working tree to be read.
    func noteUncommitted(_ options: RepositoryOptions) {
        guard case .commit(_, let revision) = source, options.rev == nil, let files = uncommitted(options),
            let first = files.first
        else { return }
        let more = files.count == 1 ? "differs" : "and \(files.count - 1) more differ"
        let note =
            "`\(first)` \(more) from \(revision.short) in the working tree; `--worktree` checks it as it is there"
        Terminal.error.write(render(notes: [note], style: Terminal.error.style))
    }

    /// The paths whose files are not the same in the commit and in the working tree; `nil` where one cannot be read.
    private func uncommitted(_ options: RepositoryOptions) -> [String]? {
        let targets = configuration.targets.filter { options.target == nil || $0.name == options.target }
        let wanted = targets.flatMap(\.paths)
        do throws(GitError) {
            guard let top = source.top else { return nil }
            let tree = try WorkingTree(at: top, owner: options.anyOwner ? .anyone : .currentUser)
            let (here, there) = (ManifestSource.workingTree(tree), source)
            return differences(
                try here.files([configurationPath]).files + (try here.tree(wanted: wanted).tree.files),
                try there.files([configurationPath]).files + (try there.tree(wanted: wanted).tree.files))
        } catch {
            return nil
        }
    }
}

/// The paths of files that only one side has, or that are not the same, in order.
private func differences(_ a: [ManifestFile], _ b: [ManifestFile]) -> [String] {
    let bytes = Dictionary(b.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    let changed = a.filter { bytes[$0.path] != $0.bytes }.map(\.path)
    return Set(changed).union(Set(bytes.keys).subtracting(a.map(\.path))).sorted()
}
