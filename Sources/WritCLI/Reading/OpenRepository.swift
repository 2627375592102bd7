internal import Glibc
internal import WritDiagnostics
internal import WritGit
internal import WritManifest
internal import WritModel
internal import WritReport

/// A repository opened for one command, with the revision it reads and the targets that revision names.
struct OpenRepository {
    let source: ManifestSource
    let configuration: Configuration
    /// `writ.yaml`, for messages.
    let configurationSource: SourceText

    /// - Parameter commit: the full id to read instead of what the options name.
    /// - Throws: ``Failure``.
    init(_ options: RepositoryOptions, commit: String? = nil) throws(Failure) {
        if let remote = try options.remote() {
            try self.init(remote, options, commit: commit)
            return
        }
        let source: ManifestSource
        do throws(GitError) {
            source = try ManifestSource(options, commit: commit)
        } catch {
            throw .git(error)
        }
        try self.init(source)
    }

    /// - Throws: ``Failure``.
    init(_ source: ManifestSource) throws(Failure) {
        self.source = source
        let reading: FilesReading
        do throws(GitError) {
            reading = try source.files([configurationPath])
        } catch {
            throw .git(error)
        }
        guard reading.diagnostics.isEmpty else { throw .invalid(reading.diagnostics, sources: [:]) }
        guard let file = reading.files.first else {
            throw .message(
                "\(source.revision.short) has no `writ.yaml` at the top",
                help: "commit one that names a target: its account, and the paths of its manifests; "
                    + "`writ init` writes one to start with")
        }
        configurationSource = SourceText(path: file.path, bytes: file.bytes)
        configuration = decodeConfiguration(file)
        if configuration.diagnostics.hasErrors {
            throw .invalid(
                configuration.diagnostics, sources: [configurationSource.path: configurationSource])
        }
    }

    /// The target of that name, or the only one.
    ///
    /// - Throws: ``Failure`` where there is none of that name, or several and no name.
    func target(named name: String?) throws(Failure) -> Target {
        let names = configuration.targets.map(\.name)
        guard let name else {
            if let only = configuration.targets.first, names.count == 1 { return only }
            throw .message(
                "`writ.yaml` has \(names.count) targets: \(names.joined(separator: ", "))",
                help: "name one with `--target NAME`", .usage)
        }
        guard let target = configuration[name] else {
            let hint = nearestName(to: name, among: names).map { "did you mean `\($0)`?" }
            throw .message(
                "`writ.yaml` has no target `\(name)`",
                help: hint ?? "it has: " + names.joined(separator: ", "), .usage)
        }
        return target
    }
}

extension OpenRepository {
    /// The target as `writ.yaml` describes it where the revision and `base` parted; `nil` where that commit has no
    /// such target.
    ///
    /// - Throws: ``Failure`` where they never were one, or `writ.yaml` cannot be read there.
    func target(named name: String, atMergeBaseWith base: String) throws(Failure) -> Target? {
        let source = try mergeBase(with: base)
        do throws(GitError) {
            return try source.files([configurationPath]).files.first.flatMap { decodeConfiguration($0)[name] }
        } catch {
            throw .git(error)
        }
    }

    /// The commit where the revision and `base` parted.
    ///
    /// - Throws: ``Failure`` where they never were one.
    func mergeBase(with base: String) throws(Failure) -> ManifestSource {
        guard case .commit(let reader, let revision) = source, let commit = revision.commit else {
            throw .message("a working tree has no merge base", help: "leave `--base` out", .usage)
        }
        do throws(GitError) {
            let other = try reader.resolve(base)
            if let parted = try reader.mergeBase(commit, other.commit ?? "") {
                return .commit(reader, try reader.resolve(parted))
            }
        } catch {
            throw .git(error)
        }
        throw .message(
            "`\(base)` and \(revision.short) have no commit in common",
            help: "name the branch that the pull request goes to, and fetch its whole history")
    }
}

extension ManifestSource {
    /// - Parameter commit: the full id to read instead of what the options name.
    fileprivate init(_ options: RepositoryOptions, commit: String?) throws(GitError) {
        let owner: OwnerRule = options.anyOwner ? .anyone : .currentUser
        if options.worktree {
            self = .workingTree(try WorkingTree(at: options.repo, owner: owner))
            return
        }
        let reader = try ManifestReader(repository: options.repo, owner: owner, watchdog: options.watchdog)
        self = .commit(reader, try reader.resolve(commit ?? options.rev ?? "HEAD"))
    }
}

/// A thread that hangs in the library cannot be ended, so the process is. Nothing was written by then:
/// everything is read before a lease is taken.
@Sendable func endStuckProcess(_ object: String) {
    Terminal.error.write(
        "error: reading the git object \(terminalSafe(object)) does not end; it is probably damaged\n"
            + "help: run `git fsck`, then clone again\n")
    _exit(WritExit.failed.rawValue)
}
