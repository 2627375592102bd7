// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "writ",
    products: [.executable(name: "writ", targets: ["writ"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        // C: system libraries, and the calls Swift cannot make itself.
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CLibGit2", pkgConfig: "libgit2", providers: [.apt(["libgit2-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CLibCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .target(
            name: "CShims", dependencies: ["CLibGit2", "CSQLite"],
            // Loose git objects are inflated without libgit2, which loops and overflows on broken ones.
            linkerSettings: [.linkedLibrary("z")]),
        // Apart, so that what makes no request does not load libcurl.
        .target(name: "CCurlShims", dependencies: ["CLibCurl"]),

        // Ring 0: values and functions, no IO.
        .target(name: "WritDigest", dependencies: ["CLibCrypto"]),
        .target(name: "WritDiagnostics"),
        .target(name: "WritModel", dependencies: ["WritDiagnostics"]),
        .target(name: "WritPolicy", dependencies: ["WritModel", "WritDiagnostics"]),
        .target(name: "WritManifest", dependencies: ["WritModel", "WritDiagnostics", "CLibYAML"]),
        .target(
            name: "WritPlan", dependencies: ["WritModel", "WritDiagnostics", "WritDigest", "WritPolicy"]),
        .target(
            name: "WritLint", dependencies: ["WritModel", "WritDiagnostics", "WritPolicy", "WritManifest"]),

        // Ring 1: ports and the loop.
        .target(name: "WritStore", dependencies: ["WritModel", "WritPlan", "WritDigest"]),
        .target(
            name: "WritEngine",
            dependencies: [
                "WritStore", "WritPlan", "WritManifest", "WritModel", "WritDiagnostics", "WritDigest",
                "WritPolicy", "WritLint",
            ]),

        // Ring 2: edges.
        .target(name: "WritProcess", dependencies: ["CShims"]),
        .target(
            name: "WritGit",
            dependencies: ["WritProcess", "WritModel", "WritDiagnostics", "CLibGit2", "CShims"]),
        .target(
            name: "WritDelivery",
            dependencies: ["WritProcess", "WritStore", "WritPlan", "WritModel", "WritDigest", "CShims"]),
        .target(
            name: "WritSQL",
            dependencies: ["WritStore", "WritPlan", "WritModel", "WritDigest", "CSQLite", "CShims"]),
        .target(name: "WritHTTP", dependencies: ["WritModel", "CLibCurl", "CCurlShims"]),
        .target(name: "WritHuawei", dependencies: ["WritHTTP", "WritModel", "WritDigest"]),

        // Ring 3: what people see.
        .target(
            name: "WritReport",
            dependencies: [
                "WritEngine", "WritStore", "WritPlan", "WritManifest", "WritModel", "WritDiagnostics",
                "WritDigest", "WritPolicy", "WritLint",
            ]),
        .target(
            name: "WritCLI",
            dependencies: [
                "WritPolicy", "WritLint",
                "WritReport", "WritEngine", "WritSQL", "WritGit", "WritDelivery", "WritStore", "WritPlan",
                "WritManifest", "WritModel", "WritDiagnostics", "WritDigest", "CShims",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        // The commit of this build, for `writ --version`: on its own, so that it recompiles on its own.
        .plugin(name: "CommitPlugin", capability: .buildTool(), path: "Sources/CommitPlugin"),
        .target(name: "WritCommit", plugins: ["CommitPlugin"]),
        .executableTarget(name: "writ", dependencies: ["WritCLI", "WritCommit"]),
        .executableTarget(
            name: "writ-dev",
            dependencies: [
                "WritReport", "WritPolicy", "WritModel", "WritLint", "WritDiagnostics",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        // Test support and tests.
        .target(
            name: "WritTestKit",
            dependencies: [
                "WritPolicy", "WritEngine", "WritStore", "WritPlan", "WritManifest", "WritModel",
                "WritDiagnostics",
                "WritDigest",
            ]),
        .testTarget(name: "WritDigestTests", dependencies: ["WritDigest"]),
        .testTarget(
            name: "WritPolicyTests",
            dependencies: ["WritPolicy", "WritModel", "WritDiagnostics", "WritTestKit"],
            exclude: ["Corpus"]),
        .testTarget(
            name: "WritLintTests",
            dependencies: [
                "WritLint", "WritPolicy", "WritManifest", "WritModel", "WritDiagnostics", "WritTestKit",
            ]),
        .testTarget(name: "WritModelTests", dependencies: ["WritModel", "WritDiagnostics", "WritTestKit"]),
        .testTarget(
            name: "WritManifestTests",
            dependencies: ["WritManifest", "WritReport", "WritModel", "WritDiagnostics", "WritTestKit"],
            exclude: ["Goldens"]),
        .testTarget(
            name: "WritGitTests",
            dependencies: ["WritGit", "WritProcess", "WritModel", "WritDiagnostics", "WritTestKit"]),
        .testTarget(name: "WritProcessTests", dependencies: ["WritProcess"]),
        .testTarget(
            name: "WritDeliveryTests",
            dependencies: ["WritDelivery", "WritProcess", "WritModel", "WritDigest", "WritTestKit"]),
        .testTarget(
            name: "WritSQLTests",
            dependencies: ["WritSQL", "WritStore", "WritPlan", "WritModel", "WritDigest", "WritTestKit"]),
        .testTarget(
            name: "WritHTTPTests", dependencies: ["WritHTTP", "WritModel"],
            exclude: ["Servers"]),
        .testTarget(
            name: "WritHuaweiTests", dependencies: ["WritHuawei", "WritHTTP", "WritModel", "WritDigest"],
            exclude: ["sign.py"]),
        .testTarget(
            name: "WritPlanTests",
            dependencies: [
                "WritPolicy", "WritPlan", "WritModel", "WritDiagnostics", "WritDigest", "WritTestKit",
            ]),
        .testTarget(
            name: "WritEngineTests",
            dependencies: [
                "WritEngine", "WritPolicy", "WritStore", "WritPlan", "WritManifest", "WritModel",
                "WritDiagnostics",
                "WritDigest", "WritSQL", "WritTestKit",
            ]),
        .testTarget(
            name: "WritCLITests",
            dependencies: [
                "WritCLI", "writ", "WritReport", "WritSQL", "WritGit", "WritPlan", "WritManifest",
                "WritModel", "WritPolicy",
                "WritDiagnostics", "WritDigest", "WritTestKit", "CSQLite",
            ],
            exclude: [
                "Goldens", "Access/Goldens", "Servers", "Review/Goldens", "Pipelines/Files",
                "Schemas/validate.py", "Lint/Schemas", "Lint/Goldens", "Lint/check-schema.py",
            ]),
        .testTarget(name: "LayoutTests", dependencies: ["writ-dev", "WritLint"]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system && !target.name.hasPrefix("C") {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .treatAllWarnings(as: .error),
    ]
}
