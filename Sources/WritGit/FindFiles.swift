internal import WritDiagnostics
internal import WritModel

/// Reads files of one commit by their exact paths, with the same checks as a listing.
struct FileFinder {
    private let objects: ObjectDatabase
    private let root: ObjectID
    /// The usable entries of the folders seen so far, by path and then by entry path.
    private var folders: [String: [String: ListedEntry]] = [:]
    private var missing: [String] = []
    private var diagnostics: [Diagnostic] = []
    private var collector: FileCollector

    init(_ objects: ObjectDatabase, root: ObjectID, limits: ReadLimits) {
        self.objects = objects
        self.root = root
        self.collector = FileCollector(objects, limits)
    }

    /// Reads the files at `paths`; a path twice is read once.
    /// - Throws: what reading objects throws, except sizes, which are diagnostics.
    mutating func read(_ paths: [String]) throws(GitError) -> FilesReading {
        for path in Set(paths).sorted() {
            guard try read(path) else { break }
        }
        return FilesReading(
            files: collector.files, missing: missing, diagnostics: (diagnostics + collector.diagnostics).ordered())
    }

    /// `false` where no more is to be read.
    private mutating func read(_ path: String) throws(GitError) -> Bool {
        guard let entry = try entry(at: path) else { return true }
        switch entry.kind {
        case .file: return try collector.add(entry)
        case .folder: missing.append(path)
        case .symbolicLink: diagnostics.append(FileProblems.symbolicLink(entry.path))
        case .submodule: diagnostics.append(FileProblems.submodule(entry.path))
        }
        return true
    }

    /// The entry at `path`, or the link or submodule on the way to it; `nil`, and noted, where there is none.
    private mutating func entry(at path: String) throws(GitError) -> ListedEntry? {
        var folder = ListedEntry(path: "", kind: .folder, id: root)
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        for (position, part) in parts.enumerated() {
            guard let next = try entries(of: folder)[joined(folder.path, String(part))] else { break }
            let isLast = position == parts.count - 1
            if isLast || next.kind == .symbolicLink || next.kind == .submodule { return next }
            guard next.kind == .folder else { break }
            folder = next
        }
        missing.append(path)
        return nil
    }

    private mutating func entries(of folder: ListedEntry) throws(GitError) -> [String: ListedEntry] {
        if let known = folders[folder.path] { return known }
        let bytes = try objects.read(
            folder.id, .tree, citing: folder.path.isEmpty ? "." : folder.path,
            atMost: ReadLimits.structureBytes)
        let (entries, problems) = checkedEntries(bytes, in: folder.path)
        diagnostics += problems
        let byPath = Dictionary(entries.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        folders[folder.path] = byPath
        return byPath
    }
}
