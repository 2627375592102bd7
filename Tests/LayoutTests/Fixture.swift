import FoundationEssentials
import Testing

@testable import writ_dev

/// A small repository in a temporary folder that breaks no rule, until files are added or replaced.
struct Fixture {
    private static let manifest = """
        // swift-tools-version: 6.2
        let package = Package(
            name: "writ",
            products: [.executable(name: "writ", targets: ["writ"])],
            targets: [
                .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1"),
                .target(name: "WritDiagnostics"),
                .target(name: "WritModel", dependencies: ["WritDiagnostics"]),
                .target(name: "WritManifest", dependencies: ["WritModel", "WritDiagnostics", "CLibYAML"]),
                .target(name: "WritPlan", dependencies: ["WritModel"]),
                .target(name: "WritStore", dependencies: ["WritPlan", "WritModel"]),
                .target(name: "WritEngine", dependencies: ["WritStore", "WritManifest"]),
                .target(name: "WritGit", dependencies: ["WritModel"]),
                .target(name: "WritCLI", dependencies: [
                    "WritEngine", "WritGit",
                    .product(name: "ArgumentParser", package: "swift-argument-parser"),
                ]),
                .executableTarget(name: "writ", dependencies: [.target(name: "WritCLI")]),
                .executableTarget(name: "writ-dev"),
                .target(name: "WritTestKit", dependencies: ["WritEngine"]),
                .testTarget(name: "WritModelTests", dependencies: ["WritModel"]),
            ]
        )
        """

    private static let targets = [
        "CLibYAML", "WritDiagnostics", "WritModel", "WritManifest", "WritPlan", "WritStore", "WritEngine",
        "WritGit", "WritCLI", "writ", "writ-dev", "WritTestKit",
    ]

    private let files: [String: String]

    /// The sound repository with these files, by path.
    init(_ files: [String: String] = [:]) {
        let sources = Fixture.targets.map { ("Sources/\($0)/Sound.swift", "/// Sound.\nstruct Sound {}\n") }
        let sound = ["Package.swift": Fixture.manifest, "README.md": "Writ\n"]
            .merging(sources) { first, _ in first }
        self.files = sound.merging(files) { _, second in second }
    }

    /// The sound repository with one line of `Package.swift` replaced.
    init(replacing line: String, with other: String) {
        precondition(Fixture.manifest.contains(line), "the fixture has no such line")
        self.init(["Package.swift": Fixture.manifest.split(separator: line).joined(separator: other)])
    }

    /// What the check says, each as `path:line: what`, without the advice.
    func findings(ratchets: [Ratchet] = []) throws -> [String] {
        try read { checkLayout($0, ratchets: ratchets) }.map {
            "\($0.place.path):\($0.place.line): \($0.what)"
        }
    }

    /// Writes the files, reads them as a repository, and removes them again.
    func read<Result>(_ body: (Repository) throws -> Result) throws -> Result {
        let root = FileManager.default.temporaryDirectory.appending(path: "layout-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        for (path, text) in files {
            let file = root.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return try body(Repository(root: root.path))
    }
}

/// A repository and what the check has to say of it.
struct LayoutCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let path: String
    let text: String
    let findings: [String]

    /// A file and the findings in it, as `line: what`.
    init(_ name: String, _ path: String, _ text: String, findings: [String] = []) {
        testDescription = name
        self.path = path
        self.text = text
        self.findings = findings.map { "\(path):\($0)" }
    }

    /// What the check says of the sound repository with this one file.
    func found(ratchets: [Ratchet] = []) throws -> [String] {
        try Fixture([path: text]).findings(ratchets: ratchets)
    }
}
