import Foundation

/// The `writ` program that was built with these tests: it lies beside their bundle.
enum WritProgram {
    /// The absolute path.
    static let path: String = {
        let places = [CommandLine.arguments.first ?? "", "/proc/self/exe"]
        let folders = places.map {
            URL(fileURLWithPath: $0).resolvingSymlinksInPath().deletingLastPathComponent()
        }
        let bundle = Bundle.main.bundleURL
        let found = (folders + [bundle, bundle.deletingLastPathComponent()])
            .map { $0.appendingPathComponent("writ").path }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
        return found ?? "writ-is-not-beside-the-tests"
    }()
}
