internal import WritDiagnostics
internal import WritEngine
internal import WritGit
internal import WritManifest
internal import WritModel

extension OpenRepository {
    /// A working tree with the `writ.yaml` that `file` is, whether or not it was written yet.
    ///
    /// - Throws: ``Failure``.
    init(_ tree: WorkingTree, configuration file: ManifestFile) throws(Failure) {
        source = .workingTree(tree)
        configurationSource = SourceText(path: file.path, bytes: file.bytes)
        configuration = decodeConfiguration(file)
        guard !configuration.diagnostics.hasErrors else {
            throw .invalid(
                configuration.diagnostics, sources: [configurationSource.path: configurationSource])
        }
    }
}

/// The manifests of a target as they lie in a working tree, with all that is needed to add some to them.
struct WorkingManifests {
    /// Every path below the target's, also of files that are no manifests.
    let paths: Set<String>
    let decoding: Decoding
    /// The texts of the files, by path.
    let sources: [String: SourceText]
    private let parsed: ParsedManifests
    private let documents: [String: DocumentFile]

    /// Reads the target's files.
    ///
    /// - Throws: ``Failure`` for what no added manifest could mend.
    init(_ tree: WorkingTree, _ target: Target) async throws(Failure) {
        let reading: TreeReading
        let documents: FilesReading
        do throws(GitError) {
            (reading, parsed) = try await parseOnAllCores(target: target) { take throws(GitError) in
                try tree.tree(wanted: target.paths, each: take)
            }
            documents = try tree.files(parsed.documentPaths.sorted())
        } catch {
            throw .git(error)
        }
        self.documents = Dictionary(
            documents.files.map { ($0.path, DocumentFile(bytes: $0.bytes)) },
            uniquingKeysWith: { first, _ in first })
        paths = reading.tree.paths
        decoding = decode(parsed, documents: self.documents)
        sources = Dictionary(
            (reading.tree.files + documents.files).map {
                ($0.path, SourceText(path: $0.path, bytes: $0.bytes))
            }, uniquingKeysWith: { first, _ in first })
        let problems = reading.diagnostics + documents.diagnostics + decoding.diagnostics
        // A name that is missing may be among those that are added.
        guard !problems.filter({ $0.code != "ref.missing" }).hasErrors else {
            throw .invalid(problems.ordered(), sources: sources)
        }
    }

    /// What the manifests say together with new files, which are read from memory.
    func decoding(with files: [ManifestFile], target: Target) async -> Decoding {
        let tree = ManifestTree(
            revision: Revision(commit: nil, name: "import", repository: ""), files: files)
        let added = await parseOnAllCores(tree, target: target)
        return decode(ParsedManifests(files: parsed.files + added.files), documents: documents)
    }
}
