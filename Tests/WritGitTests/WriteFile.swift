import Foundation

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
