import Foundation
import Testing

/// The copy of a remote repository: its references, its limits, and what may happen to it.
@Suite struct RemoteCacheTests {
    private let sandbox: RemoteSandbox
    private var url: String { "file://" + sandbox.bare }

    init() throws { sandbox = try RemoteSandbox() }

    @Test func `branches, tags and HEAD are those of the remote, each time`() throws {
        let origin = sandbox.origin
        let first = try origin.git("rev-parse", "HEAD")
        try origin.git("push", "-q", "origin", "HEAD:refs/heads/topic")
        #expect(try commit("topic") == first)
        // A branch becomes a folder of branches, another one is moved back, the main one renamed.
        try origin.git("push", "-q", "origin", ":topic", "HEAD:refs/heads/topic/a")
        let second = try sandbox.push("second")
        try origin.git("tag", "-a", "-m", "signed off", "v1")
        try origin.git("push", "-q", "origin", "v1")
        #expect(try commit("topic/a") == first)
        #expect(try commit("v1") == second)
        #expect(try commit(nil) == second)
        #expect(try commit("\(second.prefix(8))~1") == first)
        #expect(try sandbox.validate(url, ["--rev", "topic"]).stderr.contains("no branch, tag or commit"))
        try origin.git("--git-dir", sandbox.bare, "symbolic-ref", "HEAD", "refs/heads/topic/a")
        #expect(try commit(nil) == first)
        try origin.git("push", "-q", "--force", "origin", "\(first):main")
        #expect(try commit("main") == first)
    }

    @Test func `the cache is the user's alone, and nothing of it is configured by the remote`() throws {
        #expect(try sandbox.validate(url).code == 0)
        let cache = try sandbox.cache()
        #expect(cache.contains("/iam-"))
        let rights = try FileManager.default.attributesOfItem(atPath: cache)[.posixPermissions] as? Int
        #expect(rights == 0o700)
        let names = try FileManager.default.contentsOfDirectory(atPath: cache + "/repository.git").sorted()
        #expect(names == ["HEAD", "config", "objects", "packed-refs", "refs"])
        chmod(cache, 0o777)
        let result = try sandbox.validate(url)
        #expect(result.code == 1)
        #expect(result.stderr.contains("others can write to it"))
    }

    @Test func `XDG_CACHE_HOME is where the cache is`() throws {
        let folder = sandbox.home + "/elsewhere"
        #expect(try sandbox.validate(url, [], ["XDG_CACHE_HOME": folder]).code == 0)
        #expect(FileManager.default.fileExists(atPath: folder + "/writ/repositories"))
        #expect(!FileManager.default.fileExists(atPath: sandbox.home + "/.cache"))
    }

    @Test func `offline reads what was fetched last, and says how old it is`() throws {
        let never = try sandbox.validate(url, ["--offline"])
        #expect(never.code == 1)
        #expect(never.stderr.contains("was never fetched"))
        #expect(try sandbox.validate(url).code == 0)
        let record = try sandbox.cache() + "/fetched"
        try "\(time(nil) - 3 * 3600 - 60)\n\(url)\n".write(toFile: record, atomically: true, encoding: .utf8)
        try FileManager.default.removeItem(atPath: sandbox.bare)
        let result = try sandbox.validate(url, ["--offline"])
        #expect(result.code == 0)
        #expect(result.stderr == "note: offline: \(url) as it was fetched 3 hours ago\n")
        // It is never taken silently.
        let online = try sandbox.validate(url)
        #expect(online.code == 1)
        #expect(online.stderr.contains("there is no repository at"))
        #expect(try sandbox.user.writ("validate", "--offline").code == 64)
    }

    @Test(arguments: CacheDamage.allCases)
    func `a damaged copy is cloned again`(_ damage: CacheDamage) throws {
        let good = try sandbox.validate(url)
        #expect(good.code == 0)
        try damage.apply(to: sandbox.cache(), packs: sandbox.packs())
        let next = try sandbox.validate(url)
        #expect((next.code, next.stderr, next.stdout) == (0, "", good.stdout))
        if damage == .grown { try sandbox.push("grown") }
        #expect(try sandbox.validate(url).stdout == good.stdout)
        let left = try FileManager.default.subpathsOfDirectory(atPath: sandbox.cache()).filter {
            $0.hasSuffix(".lock") || $0.hasSuffix(".new") || $0.hasSuffix(".old") || $0.contains("pack_")
        }
        #expect(left == [])
    }

    @Test func `a damaged copy is an error offline`() throws {
        #expect(try sandbox.validate(url).code == 0)
        try CacheDamage.flipped.apply(to: sandbox.cache(), packs: sandbox.packs())
        #expect(try sandbox.validate(url, ["--offline"]).code == 1)
    }

    @Test func `more than the limit is not received`() throws {
        var noise = SystemRandomNumberGenerator()
        let text = (0..<200_000).map { _ in String(noise.next(), radix: 36) }.joined()
        try sandbox.origin.write(text, to: "noise.txt")
        try sandbox.push("noise")
        let result = try sandbox.validate(url, ["--fetch-limit", "1"])
        #expect(result.code == 1)
        #expect(result.stderr.contains("sends more than the limit of 1 MiB"))
        #expect(!FileManager.default.fileExists(atPath: try sandbox.cache() + "/repository.git"))
        #expect(try sandbox.validate(url, ["--fetch-limit", "16"]).code == 0)
    }

    @Test func `runs at the same time share one copy`() throws {
        let results = try together(4) { try sandbox.validate(url) }
        #expect(results.map(\.code) == [0, 0, 0, 0])
        #expect(Set(results.map(\.stdout)) == ["valid: production: 12 objects\n"])
        try sandbox.push("second")
        #expect(try together(4) { try sandbox.validate(url) }.map(\.code) == [0, 0, 0, 0])
        #expect(try sandbox.packs().count { $0.hasSuffix(".pack") } == 2)
    }

    @Test(arguments: ["its deadline", "SIGINT", "SIGKILL of the asker"])
    func `a fetch that is ended half way leaves a usable copy`(_ end: String) throws {
        let server = try GitServer.shared.get()
        let (sandbox, name) = try server.sandbox()
        let url = server.url(name, "stall")
        let good = try sandbox.validate(url, [], server.trust)
        #expect(good.code == 0)
        let mark = "\(server.repositories)/\(name).stall"
        #expect(FileManager.default.createFile(atPath: mark, contents: nil))
        let id = try sandbox.push("more")
        let writ = [WritProgram.path, "validate", "--repo", url, "--fetch-timeout"]
        let result =
            switch end {
            case "its deadline": try sandbox.validate(url, ["--fetch-timeout", "1"], server.trust)
            case "SIGINT":
                try run(["timeout", "--signal=INT", "1"] + writ + ["60"], sandbox, server.trust)
            default: try run(["timeout", "--signal=KILL", "1"] + writ + ["60"], sandbox, server.trust)
            }
        #expect(result.code != 0)
        #expect(result.duration < .seconds(10))
        #expect(try server.requests(name).count { $0.hasPrefix("POST") } == 2)
        let offline = try sandbox.validate(url, ["--offline"], server.trust)
        #expect((offline.code, offline.stdout) == (0, good.stdout))
        // Whoever held the lock is gone.
        try FileManager.default.removeItem(atPath: mark)
        let next = try sandbox.validate(url, ["--rev", id, "--fetch-timeout", "20"], server.trust)
        #expect((next.code, next.stderr) == (0, ""))
    }

    @Test func `the fetching process is not for people`() throws {
        let result = try sandbox.user.writ("fetch-child")
        #expect(result.code == 64)
        #expect(result.stderr.contains("is run by writ itself"))
        #expect(try !sandbox.user.writ("--help").stdout.contains("fetch-child"))
    }

    /// The commit that a revision of the remote is read from.
    private func commit(_ revision: String?) throws -> String {
        let plan = try sandbox.user.writ(
            ["plan", "--repo", url, "--store", "sqlite:none.db", "--out", "plan.json"]
                + (revision.map { ["--rev", $0] } ?? []))
        #expect((plan.code, plan.stderr) == (0, ""))
        let text = try String(contentsOfFile: sandbox.user.path + "/plan.json", encoding: .utf8)
        return try String(#require(text.firstMatch(of: #/"commit": "([0-9a-f]{40})"/#)).1)
    }

    private func run(
        _ words: [String], _ sandbox: RemoteSandbox, _ environment: [String: String]
    ) throws -> CommandResult {
        let own = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": sandbox.home,
        ]
        return try runProcess(
            words[0], Array(words.dropFirst()), in: sandbox.user.path,
            environment: own.merging(environment) { $1 }, seconds: 30)
    }
}

/// Something that happens to the copy between two runs.
enum CacheDamage: String, CaseIterable {
    case noPack, noIndex, shortPack, flipped, flippedIndex, noHead, noReferences, badReferences, leftovers
    case noObjects, grown

    func apply(to cache: String, packs: [String]) throws {
        let repository = cache + "/repository.git"
        let files = FileManager.default
        let pack = try packs.filter { $0.hasSuffix(".pack") }.only
        let index = try packs.filter { $0.hasSuffix(".idx") }.only
        for path in packs { chmod(path, 0o600) }
        switch self {
        case .noPack: try files.removeItem(atPath: pack)
        case .noIndex: try files.removeItem(atPath: index)
        case .shortPack, .grown: try change(pack) { $0.removeLast($0.count / 2) }
        case .flipped: try change(pack) { bytes in for at in 12..<bytes.count { bytes[at] ^= 0x5A } }
        case .flippedIndex: try change(index) { bytes in for at in 1032..<bytes.count { bytes[at] ^= 0x5A } }
        case .noHead: try files.removeItem(atPath: repository + "/HEAD")
        case .noReferences: try files.removeItem(atPath: repository + "/packed-refs")
        case .badReferences: try change(repository + "/packed-refs") { $0 = Data("nonsense\n".utf8) }
        case .noObjects: try files.removeItem(atPath: repository + "/objects")
        case .leftovers:
            for name in ["packed-refs.lock", "packed-refs.new", "objects/pack/pack_git2_1a2b"] {
                try Data("left".utf8).write(to: URL(fileURLWithPath: repository + "/" + name))
            }
        }
    }

    private func change(_ path: String, _ edit: (inout Data) -> Void) throws {
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        edit(&bytes)
        try bytes.write(to: URL(fileURLWithPath: path))
    }
}

/// Does the same on several threads at once.
private func together(
    _ count: Int, _ body: @Sendable () throws -> CommandResult
) throws -> [CommandResult] {
    nonisolated(unsafe) var results = [Result<CommandResult, any Error>?](repeating: nil, count: count)
    let lock = NSLock()
    DispatchQueue.concurrentPerform(iterations: count) { index in
        let result = Result { try body() }
        lock.withLock { results[index] = result }
    }
    return try results.map { try #require($0).get() }
}
