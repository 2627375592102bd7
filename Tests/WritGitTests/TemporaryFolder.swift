import Foundation

/// A folder that is deleted with its owner.
final class TemporaryFolder {
    /// The absolute path without symbolic links.
    let path: String

    init() throws {
        let template = FileManager.default.temporaryDirectory.path + "/writ-git-XXXXXX"
        var bytes = Array(template.utf8CString)
        guard mkdtemp(&bytes) != nil, let resolved = realpath(bytes, nil) else {
            throw CocoaError(.fileWriteUnknown)
        }
        defer { free(resolved) }
        self.path = String(cString: resolved)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// Writes `text` to the file at `path` and makes the folders above it.
func write(_ text: String, to path: String) throws {
    try write(Array(text.utf8), to: path)
}

/// Writes `bytes` to the file at `path` and makes the folders above it.
func write(_ bytes: [UInt8], to path: String) throws {
    let url = URL(fileURLWithPath: path)
    try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
}
