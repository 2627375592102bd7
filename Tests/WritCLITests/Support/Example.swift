import Foundation
import Testing

/// A folder of `examples/` with a `writ.yaml`.
struct Example: Sendable, CustomTestStringConvertible {
    let name: String

    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("examples").path

    /// All of them, by name.
    static let all: [Example] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().map(Example.init).filter {
            FileManager.default.fileExists(atPath: $0.path + "/writ.yaml")
        }
    }()

    static let company = Example(name: "02-company")
    static let first = Example(name: "01-first-repository")

    var path: String { "\(Example.folder)/\(name)" }
    var testDescription: String { name }

    /// The text of a file in `expected/`.
    func expected(_ name: String) throws -> String {
        try String(contentsOfFile: "\(path)/expected/\(name)", encoding: .utf8)
    }
}
