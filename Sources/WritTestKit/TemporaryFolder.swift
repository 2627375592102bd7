internal import Foundation

/// A folder that is deleted with its owner.
package final class TemporaryFolder: Sendable {
    /// The absolute path without symbolic links.
    package let path: String

    package init() throws {
        let template = FileManager.default.temporaryDirectory.path + "/writ-XXXXXX"
        var bytes = Array(template.utf8CString)
        guard mkdtemp(&bytes) != nil, let resolved = realpath(bytes, nil) else {
            throw CocoaError(.fileWriteUnknown)
        }
        defer { free(resolved) }
        path = String(cString: resolved)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The path of a file in the folder.
    package func file(_ name: String) -> String { path + "/" + name }

    /// The names of the files in the folder, sorted.
    package var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }
}
