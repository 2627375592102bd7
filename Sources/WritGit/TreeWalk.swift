internal import WritDiagnostics
internal import WritModel

/// Lists a commit's tree and picks the manifests.
struct TreeWalk {
    private let objects: ObjectDatabase
    private let wanted: WantedPaths
    private let limits: ReadLimits
    private(set) var diagnostics: [Diagnostic] = []
    /// Every file's path.
    private(set) var paths: Set<String> = []
    private var manifests: [ListedEntry] = []
    private var entryCount = 0

    init(_ objects: ObjectDatabase, wanted: WantedPaths, limits: ReadLimits) {
        self.objects = objects
        self.wanted = wanted
        self.limits = limits
    }

    /// Lists the folder whose tree is `id`, and what lies below.
    /// - Throws: what reading objects throws, except sizes, which are diagnostics.
    mutating func list(_ id: ObjectID, folder: String = "", depth: Int = 0) throws(GitError) {
        let bytes = try objects.read(
            id, .tree, citing: folder.isEmpty ? "." : folder, atMost: ReadLimits.structureBytes)
        let (entries, problems) = checkedEntries(bytes, in: folder)
        diagnostics += problems
        for group in collisions(among: entries.map(\.path)) where group.contains(where: concerns) {
            diagnostics.append(collisionProblem(group))
        }
        for entry in entries {
            entryCount += 1
            guard entryCount <= limits.entries else {
                // Said once: the folders above stop at the same count.
                if entryCount == limits.entries + 1 {
                    diagnostics.append(
                        FileProblems.tooMany("files and folders", limit: limits.entries, at: entry.path))
                }
                return
            }
            try take(entry, depth: depth)
        }
    }

    private mutating func take(_ entry: ListedEntry, depth: Int) throws(GitError) {
        switch entry.kind {
        case .folder:
            guard depth + 1 < limits.depth else {
                diagnostics.append(FileProblems.tooDeep(entry.path, limit: limits.depth))
                return
            }
            try list(entry.id, folder: entry.path, depth: depth + 1)
        case .file:
            paths.insert(entry.path)
            if wanted.isManifest(entry.path) { manifests.append(entry) }
        case .symbolicLink:
            if concerns(entry.path) { diagnostics.append(FileProblems.symbolicLink(entry.path)) }
        case .submodule:
            if concerns(entry.path) { diagnostics.append(FileProblems.submodule(entry.path)) }
        }
    }

    /// Whether what is at `path` decides which manifests there are.
    private func concerns(_ path: String) -> Bool { wanted.contains(path) || wanted.isBelow(path) }

    /// Reads the manifests that were listed, in the order of the tree.
    /// - Throws: what reading objects throws, except sizes, which are diagnostics.
    mutating func readManifests() throws(GitError) -> [ManifestFile] {
        var reading = FileCollector(objects, limits)
        for entry in manifests {
            guard try reading.add(entry) else { break }
        }
        diagnostics += reading.diagnostics
        return reading.files
    }
}
