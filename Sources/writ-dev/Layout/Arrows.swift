/// What a target may import.
struct Arrows: Sendable {
    let ring: Ring

    /// Local targets it may import, and through them what they may import.
    ///
    /// Arrows to C targets are not passed on: one target wraps each library.
    let targets: [String]

    /// Modules of packages it may import; not passed on either.
    let packages: Set<String>

    init(_ ring: Ring, _ targets: [String] = [], packages: Set<String> = []) {
        self.ring = ring
        self.targets = targets
        self.packages = packages
    }
}

/// Where the table below is, for messages.
let arrowTablePath = "Sources/writ-dev/Layout/Arrows.swift"

private let ringZero = [
    "WritDigest", "WritDiagnostics", "WritModel", "WritPolicy", "WritManifest", "WritPlan", "WritLint",
]
private let edges = [
    "WritProcess", "WritGit", "WritDelivery", "WritSQL", "WritHTTP", "WritHuawei", "WritJD", "WritVolcengine",
    "WritAWS", "WritServer",
]
private let libraries = ["CLibYAML", "CLibGit2", "CSQLite", "CLibPQ", "CLibCurl", "CLibCrypto"]

/// The arrows between targets; one that is not here is a violation.
///
/// Targets still to be written are here already.
let arrowTable: [String: Arrows] = [
    "WritDigest": Arrows(.pure, ["CLibCrypto"]),
    "WritDiagnostics": Arrows(.pure),
    "WritModel": Arrows(.pure, ["WritDiagnostics"]),
    "WritPolicy": Arrows(.pure, ["WritModel"]),
    "WritManifest": Arrows(.pure, ["WritModel", "CLibYAML"]),
    "WritPlan": Arrows(.pure, ["WritModel", "WritPolicy", "WritDigest"]),
    "WritLint": Arrows(.pure, ["WritModel", "WritPolicy", "WritManifest"]),

    "WritStore": Arrows(.ports, ["WritModel", "WritPlan"]),
    "WritEngine": Arrows(.ports, ringZero + ["WritStore"], packages: ["Logging", "Metrics"]),

    "WritProcess": Arrows(.edges, ["CShims"]),
    "WritGit": Arrows(.edges, ["WritModel", "WritProcess", "CLibGit2", "CShims"]),
    "WritDelivery": Arrows(.edges, ["WritStore", "WritDigest", "WritProcess", "CShims"]),
    "WritSQL": Arrows(.edges, ["WritStore", "WritDigest", "CSQLite", "CLibPQ", "CShims"]),
    "WritHTTP": Arrows(.edges, ["WritStore", "WritDigest", "CLibCurl", "CCurlShims"]),
    // A cloud's adapter imports neither the engine nor another adapter.
    "WritHuawei": Arrows(.edges, ["WritHTTP", "WritStore"]),
    "WritJD": Arrows(.edges, ["WritHTTP", "WritStore"]),
    "WritVolcengine": Arrows(.edges, ["WritHTTP", "WritStore"]),
    "WritAWS": Arrows(.edges, ["WritHTTP", "WritStore"]),
    "WritServer": Arrows(
        .edges, ["WritEngine", "WritStore", "WritDigest"], packages: ["Hummingbird", "Logging", "Metrics"]),

    "WritReport": Arrows(.interface, ringZero + ["WritEngine"]),
    "WritCLI": Arrows(.interface, ["WritReport", "CShims"] + edges, packages: ["ArgumentParser"]),
    "WritCommit": Arrows(.interface, ["CommitPlugin"]),
    "CommitPlugin": Arrows(.interface, packages: ["PackagePlugin"]),
    "writ": Arrows(.interface, ["WritCLI", "WritCommit"]),
    "writ-dev": Arrows(.interface, ["WritCLI"], packages: ["ArgumentParser"]),

    "WritTestKit": Arrows(.support, ["WritCLI", "CShims"] + libraries),

    "CShims": Arrows(.foreign, libraries),
    "CCurlShims": Arrows(.foreign, ["CLibCurl"]),
    "CLibYAML": Arrows(.foreign),
    "CLibGit2": Arrows(.foreign),
    "CSQLite": Arrows(.foreign),
    "CLibPQ": Arrows(.foreign),
    "CLibCurl": Arrows(.foreign),
    "CLibCrypto": Arrows(.foreign),
]

/// All local targets that `target` may import, itself not among them.
func reach(of target: String) -> Set<String> {
    var reached: Set<String> = []
    var open = arrowTable[target]?.targets ?? []
    while let next = open.popLast() {
        guard reached.insert(next).inserted, let arrows = arrowTable[next], arrows.ring != .foreign else {
            continue
        }
        open += arrows.targets.filter { arrowTable[$0]?.ring != .foreign }
    }
    return reached
}
