internal import Glibc
internal import WritDiagnostics
internal import WritGit
internal import WritManifest
internal import WritModel
internal import WritReport

extension RepositoryOptions {
    /// The remote repository that `--repo` names; `nil` for one of this machine.
    ///
    /// - Throws: ``Failure/remote(_:)`` for a URL that is refused.
    func remote() throws(Failure) -> RemoteURL? {
        var remote: RemoteURL?
        if repo.contains("://") || access(repo, F_OK) != 0 {
            do throws(RemoteError) {
                remote = try RemoteURL(parsing: repo)
            } catch {
                throw .remote(error)
            }
        }
        if remote != nil, worktree {
            throw .message(
                "a repository that is fetched has no working tree",
                help: "leave `--worktree` out and name a revision with `--rev`", .usage)
        }
        if remote == nil, offline {
            throw .message("`--offline` is for a repository that is fetched", help: nil, .usage)
        }
        return remote
    }

    /// Ends the process when reading one object takes too long.
    var watchdog: ReadWatchdog {
        ReadWatchdog(deadline: .seconds(readTimeout), whenStuck: endStuckProcess)
    }

    fileprivate var fetchSettings: FetchSettings {
        FetchSettings(
            timeout: fetchTimeout, byteLimit: fetchLimit << 20, anyOwner: anyOwner,
            program: (path: "/proc/self/exe", argument: FetchChildCommand.name))
    }
}

extension OpenRepository {
    /// Fetches the repository, or takes the copy that an earlier run left, and opens it.
    ///
    /// - Throws: ``Failure``.
    init(_ remote: RemoteURL, _ options: RepositoryOptions, commit: String?) throws(Failure) {
        try self.init(try wholeSource(of: remote, options, commit: commit))
    }
}

/// A source in a copy of `remote` that holds all that the command will read.
///
/// It is read here once: a copy in which something is damaged is cloned again, once, before anything is
/// concluded from it.
private func wholeSource(
    of remote: RemoteURL, _ options: RepositoryOptions, commit: String?
) throws(Failure) -> ManifestSource {
    var isAnew = options.offline
    while true {
        let copy = try copy(of: remote, options, anew: isAnew)
        do throws(GitError) {
            let reader = try ManifestReader(repository: copy.path, watchdog: options.watchdog)
            var revision = try reader.resolve(commit ?? options.rev ?? "HEAD")
            revision.repository = remote.description
            let source = ManifestSource.commit(reader, revision)
            try readAll(of: source)
            return source
        } catch {
            guard error.isDamage, !isAnew else { throw .git(error) }
            isAnew = true
        }
    }
}

/// Reads what any target of the source names: manifests and documents.
private func readAll(of source: ManifestSource) throws(GitError) {
    guard let file = try source.files([configurationPath]).files.first else { return }
    let wanted = Array(Set(decodeConfiguration(file).targets.flatMap(\.paths)))
    let tree = try source.tree(wanted: wanted).tree
    let read = Set(tree.files.map(\.path))
    _ = try source.files(
        tree.paths.filter { name in
            !read.contains(name) && wanted.contains { $0 == "." || path($0, contains: name) }
        })
}

private func copy(
    of remote: RemoteURL, _ options: RepositoryOptions, anew: Bool
) throws(Failure) -> FetchedRepository {
    do throws(RemoteError) {
        guard options.offline else { return try fetchRemote(remote, options.fetchSettings, anew: anew) }
        let copy = try cachedRemote(remote)
        let age = age(ofSeconds: systemTime().epochSeconds - copy.fetchedAt)
        Terminal.error.write("note: offline: \(remote) as it was fetched \(age) ago\n")
        return copy
    } catch {
        throw .remote(error)
    }
}

/// A length of time in the largest unit that it fills: `3 hours`.
private func age(ofSeconds seconds: Int64) -> String {
    let units: [(name: String, seconds: Int64)] = [("day", 86_400), ("hour", 3600), ("minute", 60)]
    let seconds = max(seconds, 0)
    let unit = units.first { seconds >= $0.seconds } ?? ("second", 1)
    let count = seconds / unit.seconds
    return "\(count) \(unit.name)\(count == 1 ? "" : "s")"
}

extension GitError {
    /// Whether it may come from a damaged copy, so that another copy is worth a try.
    fileprivate var isDamage: Bool {
        switch self {
        case .objectMissing, .objectWrongKind, .objectCorrupt, .malformedReference, .unreadable,
            .notARepository, .library, .alternates, .unsupportedFormat:
            true
        default: false
        }
    }
}
