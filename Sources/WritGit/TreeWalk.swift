internal import WritDiagnostics
internal import WritModel

/// Lists a tree and picks the manifests.
struct TreeWalk<Source: TreeSource> {
    private let source: Source
    private let wanted: WantedPaths
    private let limits: ReadLimits
    private var diagnostics: [Diagnostic] = []
    private var paths: Set<String> = []
    private var manifests: [ListedEntry] = []
    private var entryCount = 0

    /// Starts with nothing listed.
    init(_ source: Source, wanted: [String], limits: ReadLimits) {
        self.source = source
        self.wanted = WantedPaths(wanted)
        self.limits = limits
    }

    /// Lists the whole tree and reads the manifests, telling `each` of them as soon as it is read.
    /// - Throws: why something cannot be read, except for sizes.
    mutating func read(
        _ revision: Revision, each: (ManifestFile) -> Void = { _ in }
    ) throws(GitError) -> TreeReading {
        try list(source.top, depth: 1)
        var collector = FileCollector(limits)
        for entry in manifests {
            let count = collector.files.count
            guard try collector.add(entry, from: source) else { break }
            if collector.files.count > count, let file = collector.files.last { each(file) }
        }
        return TreeReading(
            tree: ManifestTree(revision: revision, files: collector.files, paths: paths),
            diagnostics: (diagnostics + collector.diagnostics).ordered())
    }

    private mutating func list(_ folder: ListedEntry, depth: Int) throws(GitError) {
        let entries: [ListedEntry]
        do throws(GitError) {
            let checked = try source.entries(of: folder)
            entries = checked.entries
            diagnostics += checked.problems
        } catch .tooLarge(let path, let byteCount, let limit) {
            diagnostics.append(FileProblems.tooLongList(path, byteCount: byteCount, limit: limit))
            return
        }
        for group in collisions(among: entries.map(\.path)) where group.contains(where: wanted.concerns) {
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
        if entry.kind == .file {
            paths.insert(entry.path)
            if wanted.isManifest(entry.path) { manifests.append(entry) }
            return
        }
        let isConcern = wanted.concerns(entry.path)
        if entry.kind == .folder {
            guard source.isListedWhole || isConcern else { return }
            guard depth < limits.depth else {
                diagnostics.append(FileProblems.tooDeep(entry.path, limit: limits.depth))
                return
            }
            try list(entry, depth: depth + 1)
        } else if isConcern, let problem = FileProblems.notAFile(entry) {
            diagnostics.append(problem)
        }
    }
}
