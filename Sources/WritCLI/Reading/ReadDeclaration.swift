internal import WritDiagnostics
internal import WritEngine
internal import WritGit
internal import WritManifest
internal import WritModel
internal import WritPlan

extension OpenRepository {
    /// What the revision declares for `target`.
    ///
    /// - Throws: ``Failure/invalid(_:sources:)`` with every problem of every file.
    func declaration(for target: Target) async throws(Failure) -> Declaration {
        let (declaration, diagnostics, sources) = try await read(target)
        guard !diagnostics.hasErrors else { throw .invalid(diagnostics, sources: sources) }
        return declaration
    }

    /// What the revision declares for `target` as far as it can be read, with all that is wrong.
    ///
    /// - Parameter keepsTexts: Whether the files' texts are wanted even where nothing is wrong.
    func read(
        _ target: Target, keepsTexts: Bool = false
    ) async throws(Failure) -> (Declaration, [Diagnostic], sources: [String: SourceText]) {
        let reading: TreeReading
        let parsed: ParsedManifests
        let documents: FilesReading
        do throws(GitError) {
            (reading, parsed) = try await parseOnAllCores(
                target: target, onThreadOfMany: expectMuchMemory
            ) { take throws(GitError) in
                try source.tree(wanted: target.paths, each: take)
            }
            documents = try source.files(parsed.documentPaths.sorted())
        } catch {
            throw .git(error)
        }
        let decoding = decode(
            parsed,
            documents: Dictionary(
                documents.files.map { ($0.path, DocumentFile(bytes: $0.bytes)) },
                uniquingKeysWith: { first, _ in first }))
        defer { UntilExit.keep(parsed) }
        let diagnostics =
            configuration.diagnostics + reading.diagnostics + documents.diagnostics + decoding.diagnostics
        let declaration = Declaration(
            revision: source.revision, target: target, desired: decoding.state, sources: decoding.sources,
            manifestCount: decoding.manifestCount,
            missingPaths: missingPaths(of: target, in: reading),
            warnings: (source.warnings + diagnostics).filter { $0.severity != .error },
            checks: decoding.checks)
        var sources = [configurationSource.path: configurationSource]
        if keepsTexts || !diagnostics.isEmpty {
            for file in reading.tree.files + documents.files {
                sources[file.path] = SourceText(path: file.path, bytes: file.bytes)
            }
        }
        return (declaration, (source.warnings + diagnostics).ordered(), sources)
    }

    /// The target's paths at which the revision has nothing at all, not even what was refused.
    private func missingPaths(of target: Target, in reading: TreeReading) -> [String] {
        let refused = reading.diagnostics.compactMap(\.span?.file)
        return target.paths.filter { wanted in
            wanted != "." && !(reading.tree.paths + refused).contains { path(wanted, contains: $0) }
        }
    }

    /// How the revision stands to a commit that was applied earlier.
    func succession(of applied: String) -> Succession {
        guard case .commit(let reader, let revision) = source, let commit = revision.commit else {
            return .none
        }
        do throws(GitError) {
            return switch try reader.ancestry(of: commit, comparedWith: applied) {
            case .same: .same
            case .descendant: .descendant
            case .behind: .behind
            case .diverged: .diverged
            case .unknown: .unknown("this shallow clone does not reach back so far")
            case .missing: .unknown("that commit is not in this repository")
            }
        } catch {
            return .unknown(error.description)
        }
    }
}
