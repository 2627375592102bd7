import Foundation
import Testing

/// Repositories behind git's own http server.
@Suite struct RemoteHTTPSTests {
    private let server: GitServer

    init() throws { server = try GitServer.shared.get() }

    @Test func `a repository is cloned, and fetched again when it has grown`() throws {
        let (sandbox, name) = try server.sandbox()
        let url = server.url(name, "open")
        let first = try sandbox.validate(url, [], server.trust)
        #expect((first.code, first.stderr) == (0, ""))
        #expect(first.stdout == "valid: production: 12 objects\n")
        try sandbox.origin.replace("kind: Group", by: "kind: Grupo", in: "iam/groups.yaml")
        try sandbox.push("another language")
        let second = try sandbox.validate(url, [], server.trust)
        #expect(second.code == 1)
        #expect(second.stderr.contains("Grupo"))
        #expect(try sandbox.packs().count { $0.hasSuffix(".pack") } == 2)
    }

    @Test func `a plan is bound to the URL, and applied from it`() throws {
        let (sandbox, name) = try server.sandbox()
        let url = server.url(name, "open")
        let place = ["--repo", url, "--store", "sqlite:store.db"]
        let plan = try sandbox.user.writ(
            ["plan", "--out", "plan.json"] + place, environment: server.trust)
        #expect((plan.code, plan.stderr) == (0, ""))
        let saved = try String(contentsOfFile: sandbox.user.path + "/plan.json", encoding: .utf8)
        #expect(saved.contains("\"repository\": \"\(url)\""))
        let apply = try sandbox.user.writ(["apply", "plan.json"] + place, environment: server.trust)
        #expect(apply.code == 0)
        #expect(apply.stdout.hasPrefix("applied: 24 changes"))
    }

    @Test func `a remote has no folder for a store and no working tree`() throws {
        let (sandbox, name) = try server.sandbox()
        let url = server.url(name, "open")
        let plan = try sandbox.user.writ(["plan", "--repo", url], environment: server.trust)
        #expect(plan.code == 64)
        #expect(plan.stderr.contains("name one with `--store sqlite:PATH`"))
        let tree = try sandbox.validate(url, ["--worktree"], server.trust)
        #expect(tree.code == 64)
        #expect(tree.stderr.contains("has no working tree"))
    }

    @Test(arguments: [
        Refusal("another host", "away", "cannot redirect from 'localhost' to '127.0.0.1'"),
        Refusal("http", "plain", "cannot redirect from 'https' to 'http'"),
        Refusal("no right", "forbidden", "may not be read: unexpected http status code: 403"),
        Refusal("no login", "private", "asks for a login, and git knows none"),
        Refusal("no repository", "open/nowhere", "there is no repository at"),
    ])
    func `what cannot be fetched is said once, with what helps`(_ refusal: Refusal) throws {
        let (sandbox, name) = try server.sandbox()
        let result = try sandbox.validate(server.url(name, refusal.way), [], server.trust)
        #expect(result.code == 1)
        #expect(result.stdout == "")
        #expect(result.stderr.contains(refusal.message))
        #expect(result.stderr.contains("\nhelp: "))
    }

    @Test func `a redirect on the same host is followed`() throws {
        let (sandbox, name) = try server.sandbox()
        let result = try sandbox.validate(server.url(name, "moved"), [], server.trust)
        #expect((result.code, result.stderr) == (0, ""))
    }

    @Test(arguments: [
        Refusal("an authority that nobody knows", "localhost", "not correctly signed by the trusted CA"),
        Refusal("a certificate for another name", "127.0.0.1", "does not match with the expected CN"),
    ])
    func `a certificate that does not hold is refused`(_ refusal: Refusal) throws {
        let (sandbox, name) = try server.sandbox()
        let isStranger = refusal.way == "localhost"
        let result = try sandbox.validate(
            server.url(name, "open", host: refusal.way), [], isStranger ? [:] : server.trust)
        #expect(result.code == 1)
        #expect(result.stderr.contains("the certificate of `\(refusal.way)` is not trusted"))
        #expect(result.stderr.contains(refusal.message))
        #expect(try server.requests(name) == [])
    }

    @Test func `a server that never answers is left at the deadline`() throws {
        let (sandbox, name) = try server.sandbox()
        let result = try sandbox.validate(
            server.url(name, "hang"), ["--fetch-timeout", "1"], server.trust, seconds: 20)
        #expect((result.code, result.wasKilled) == (1, false))
        #expect(result.stderr.contains("took longer than 1 s and was ended"))
        #expect(result.duration < .seconds(8))
    }

    @Test func `the environment's proxy is asked, and no other`() throws {
        let (sandbox, name) = try server.sandbox()
        let url = server.url(name, "open")
        // Nobody listens there: a connection that is refused is one that was tried.
        let proxy = ["https_proxy": "http://user:canary-proxy@localhost:1"]
        let through = try sandbox.validate(url, [], server.trust.merging(proxy) { $1 })
        #expect(through.code == 1)
        #expect(through.stderr.contains("cannot connect to"))
        #expect(!through.stderr.contains("canary"))
        let around = try sandbox.validate(
            url, [], server.trust.merging(proxy) { $1 }.merging(["no_proxy": "localhost"]) { $1 })
        #expect(around.code == 0)
        try "[http]\n\tproxy = http://localhost:1\n\tsslVerify = false\n".write(
            toFile: sandbox.home + "/.gitconfig", atomically: true, encoding: .utf8)
        #expect(try sandbox.validate(url, [], server.trust).code == 0)
        #expect(try sandbox.validate(url).stderr.contains("is not trusted"))
    }
}

/// Something that is refused, by the way the server answers.
struct Refusal: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var way: String
    var message: String

    init(_ name: String, _ way: String, _ message: String) {
        self.testDescription = name
        self.way = way
        self.message = message
    }
}
