internal import WritDiagnostics
internal import WritModel

/// Reads files by their exact paths, with the same checks as a listing.
struct FileFinder<Source: TreeSource> {
    private let source: Source
    /// The usable entries of the folders seen so far, by path and then by entry path.
    private var folders: [String: [String: ListedEntry]] = [:]
    private var missing: [String] = []
    private var diagnostics: [Diagnostic] = []
    private var collector: FileCollector

    /// Starts with nothing looked at.
    init(_ source: Source, limits: ReadLimits) {
        self.source = source
        self.collector = FileCollector(limits)
    }

    /// Reads the files at `paths`; a path twice is read once.
    /// - Throws: why something cannot be read, except for sizes.
    mutating func read(_ paths: [String]) throws(GitError) -> FilesReading {
        for path in Set(paths).sorted() {
            guard try read(path) else { break }
        }
        return FilesReading(
            files: collector.files, missing: missing,
            diagnostics: (diagnostics + collector.diagnostics).ordered())
    }

    /// `false` where no more is to be read.
    private mutating func read(_ path: String) throws(GitError) -> Bool {
        guard let entry = try entry(at: path), entry.kind != .folder else {
            missing.append(path)
            return true
        }
        if let problem = FileProblems.notAFile(entry) {
            diagnostics.append(problem)
            return true
        }
        return try collector.add(entry, from: source)
    }

    /// The entry at `path`, or the link or other repository on the way to it; `nil` where there is none.
    private mutating func entry(at path: String) throws(GitError) -> ListedEntry? {
        var entry = source.top
        for part in path.split(separator: "/", omittingEmptySubsequences: false) {
            if FileProblems.notAFile(entry) != nil { return entry }
            guard entry.kind == .folder,
                let next = try entries(of: entry)[joined(entry.path, String(part))]
            else { return nil }
            entry = next
        }
        return entry
    }

    private mutating func entries(of folder: ListedEntry) throws(GitError) -> [String: ListedEntry] {
        if let known = folders[folder.path] { return known }
        var entries: [ListedEntry] = []
        do throws(GitError) {
            let checked = try source.entries(of: folder)
            entries = checked.entries
            diagnostics += checked.problems
        } catch .tooLarge(let path, let byteCount, let limit) {
            diagnostics.append(FileProblems.tooLongList(path, byteCount: byteCount, limit: limit))
        }
        let byPath = Dictionary(entries.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        folders[folder.path] = byPath
        return byPath
    }
}
