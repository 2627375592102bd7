import Foundation

/// A repository that is made, spoilt or moved as a row of the corpus says.
enum CorpusRepository: String, Sendable {
    case borrowed, dangling, linked, foreign, shallow, partial, replaced, sha256
    case cutShort = "cut-short"
    case objectMissing = "object-missing"
    case treeMissing = "tree-missing"
    case objectType = "object-type"
    case objectCut = "object-cut"
    case objectFlipped = "object-flipped"
    case objectExchanged = "object-exchanged"
    case headerSmall = "header-small"
    case headerHuge = "header-huge"
    case zeros
    case loosenedGuards = "loosened-guards"
    case tightenedGuards = "tightened-guards"

    /// Whether it can be made here: only the administrator can give a repository away.
    var isPossible: Bool { self != .foreign || geteuid() == 0 }

    /// The repository with the row's files committed, and the command that is run in it.
    func make(_ row: CorpusRow) throws -> (Sandbox, command: [String]) {
        let sandbox = try Sandbox()
        if self == .sha256 { try sandbox.git("init", "-q", "-b", "main", "--object-format=sha256") }
        for (path, bytes) in row.files {
            try sandbox.write(String(decoding: bytes, as: UTF8.self), to: path)
        }
        try sandbox.git("init", "-q", "-b", "main")
        try sandbox.commit("first")
        return (sandbox, try change(sandbox))
    }

    private func change(_ sandbox: Sandbox) throws -> [String] {
        let file = try Loose("HEAD:iam/m.yaml", of: sandbox)
        switch self {
        case .sha256: break
        case .borrowed:
            return try clone(sandbox, "--shared", sandbox.path)
        case .dangling:
            try sandbox.write("gitdir: ../../gone\n", to: "work/.git")
            return ["validate", "--repo", "work"]
        case .linked:
            try sandbox.git("worktree", "add", "-q", "../linked")
            return ["validate", "--repo", "../linked"]
        case .foreign:
            try sandbox.runShell("chown 4242 .git/objects")
        case .shallow:
            try sandbox.commit("second")
            return try clone(sandbox, "--depth", "1", "file://\(sandbox.path)")
        case .partial:
            try sandbox.git("config", "uploadpack.allowFilter", "true")
            return try clone(sandbox, "--no-checkout", "--filter=blob:none", "file://\(sandbox.path)")
        case .replaced:
            let first = try sandbox.git("rev-parse", "HEAD")
            try sandbox.git("replace", try sandbox.commit("second"), first)
        case .cutShort:
            let whole = try sandbox.git("show", "HEAD:iam/m.yaml") + "\n"
            try file.replace(stored("blob \(whole.utf8.count)\0" + whole.dropLast(5)))
        case .objectMissing: try file.remove()
        case .treeMissing: try Loose("HEAD:iam", of: sandbox).remove()
        case .objectType: try file.replace(stored("tree 5\0hello"))
        case .objectCut: try file.replace(Array(stored("blob 5\0hello").dropLast(8)))
        case .objectFlipped:
            var bytes = stored("blob 5\0hello")
            bytes[bytes.count - 6] ^= 1
            try file.replace(bytes)
        case .objectExchanged: try file.replace(stored("blob 5\0hello"))
        case .headerSmall: try file.replace(stored("blob 4\0hello"))
        case .headerHuge: try file.replace(stored("blob 4294967296\0hello"))
        case .zeros:
            try sandbox.runShell(
                "truncate -s 300000000 iam/m.yaml && git -c core.compression=1 add iam/m.yaml")
            try sandbox.git("commit", "-q", "-m", "zeros")
        case .loosenedGuards:
            return try applyAndLimit(sandbox, "{floor: 10, percent: 100, ceiling: 1000}")
        case .tightenedGuards:
            return try applyAndLimit(sandbox, "{floor: 1, percent: 1, ceiling: 1}")
        }
        return ["validate"]
    }

    private func clone(_ sandbox: Sandbox, _ arguments: String...) throws -> [String] {
        let line = (["git", "clone", "-q"] + arguments + ["../clone"]).joined(separator: " ")
        try sandbox.runShell(line)
        return ["validate", "--repo", "../clone"]
    }

    /// Applies the first commit, and makes a second with other limits.
    private func applyAndLimit(_ sandbox: Sandbox, _ limit: String) throws -> [String] {
        _ = try sandbox.writ("apply", "--auto-approve")
        try sandbox.replace(
            "paths: [iam]", by: "paths: [iam], guards: {removedObjects: \(limit)}", in: "writ.yaml")
        try sandbox.replace("on call", by: "on call, day and night", in: "iam/m.yaml")
        try sandbox.commit("other limits")
        return ["plan", "--as-of", "2026-11-22"]
    }
}

/// The file of a loose object.
private struct Loose {
    var path: String

    init(_ expression: String, of sandbox: Sandbox) throws {
        let id = try sandbox.git("rev-parse", expression)
        path = "\(sandbox.path)/.git/objects/\(id.prefix(2))/\(id.dropFirst(2))"
    }

    func remove() throws { try FileManager.default.removeItem(atPath: path) }

    func replace(_ bytes: [UInt8]) throws {
        try remove()
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }
}

/// A zlib stream that stores `text` as it is (RFC 1950, RFC 1951 §3.2.4).
private func stored(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in bytes {
        a = (a + UInt32(byte)) % 65521
        b = (b + a) % 65521
    }
    let count = UInt16(bytes.count)
    let lengths = [count, ~count].flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let sum = b << 16 | a
    return [0x78, 0x01, 0x01] + lengths + bytes + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: sum >> $0) }
}
