internal import WritDiagnostics
internal import WritModel

/// Reads files one by one until a limit is reached.
struct FileCollector {
    private let limits: ReadLimits
    private(set) var files: [ManifestFile] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var totalBytes = 0

    /// Starts with no file.
    init(_ limits: ReadLimits) { self.limits = limits }

    /// Reads the file, or notes what is wrong with it; `false` where no more is to be read.
    /// - Throws: why the file cannot be read, except for its size.
    mutating func add(_ entry: ListedEntry, from source: some TreeSource) throws(GitError) -> Bool {
        guard files.count < limits.files else {
            diagnostics.append(FileProblems.tooMany("manifest files", limit: limits.files, at: entry.path))
            return false
        }
        let bytes: [UInt8]
        do throws(GitError) {
            bytes = try source.contents(of: entry, atMost: limits.fileBytes)
        } catch .tooLarge(let path, let byteCount, let limit) {
            diagnostics.append(FileProblems.tooLarge(path, byteCount: byteCount, limit: limit))
            return true
        }
        totalBytes += bytes.count
        guard totalBytes <= limits.totalBytes else {
            diagnostics.append(
                FileProblems.tooMany("bytes of manifests", limit: limits.totalBytes, at: entry.path))
            return false
        }
        if isLargeFilePointer(bytes) {
            diagnostics.append(FileProblems.largeFilePointer(entry.path))
        } else {
            files.append(ManifestFile(path: entry.path, bytes: bytes))
        }
        return true
    }
}
