import Foundation
import Testing

/// Logins come from git's helpers, are tried once, and are seen nowhere.
@Suite struct RemoteCredentialTests {
    private let server: GitServer

    init() throws { server = try GitServer.shared.get() }

    @Test func `git's helper is asked, and told that the login was taken`() throws {
        let (sandbox, name) = try server.sandbox()
        try useHelper(sandbox, password: GitServer.password)
        let result = try sandbox.validate(server.url(name, "private"), [], server.trust)
        #expect((result.code, result.stderr) == (0, ""))
        #expect(try asked(sandbox) == ["get", "store"])
        #expect(try server.requests(name).map { $0.hasSuffix("login") } == [false, true, true])
        try expectNoSecret(sandbox, result)
    }

    @Test func `a wrong login is tried once, and git's helper told so`() throws {
        let (sandbox, name) = try server.sandbox()
        try useHelper(sandbox, password: "canary-wrong")
        let result = try sandbox.validate(server.url(name, "private"), [], server.trust)
        #expect(result.code == 1)
        #expect(result.stderr.contains("refuses the login"))
        #expect(try asked(sandbox) == ["get", "erase"])
        #expect(try server.requests(name).count == 2)
        try expectNoSecret(sandbox, result)
    }

    @Test func `GIT_ASKPASS answers in a pipeline`() throws {
        let (sandbox, name) = try server.sandbox()
        let program = sandbox.home + "/answer"
        try "#!/bin/sh\ncase $1 in User*) echo ann ;; *) echo \(GitServer.password) ;; esac\n".write(
            toFile: program, atomically: true, encoding: .utf8)
        chmod(program, 0o755)
        let result = try sandbox.validate(
            server.url(name, "private"), [], server.trust.merging(["GIT_ASKPASS": program]) { $1 })
        #expect((result.code, result.stderr) == (0, ""))
        try FileManager.default.removeItem(atPath: program)
        try expectNoSecret(sandbox, result)
    }

    @Test(arguments: ["port", "hop"])
    func `a login does not follow a redirect to another port`(_ way: String) throws {
        let other = try GitServer()
        let (sandbox, name) = try server.sandbox()
        try useHelper(sandbox, password: GitServer.password)
        let both =
            try String(contentsOfFile: server.authority, encoding: .utf8)
            + String(contentsOfFile: other.authority, encoding: .utf8)
        try both.write(toFile: sandbox.home + "/both.pem", atomically: true, encoding: .utf8)
        let result = try sandbox.validate(
            server.url(name, "\(way)/\(other.port)"), [], ["SSL_CERT_FILE": sandbox.home + "/both.pem"])
        #expect(result.code == 1)
        let requests = try other.requests(name)
        #expect(!requests.isEmpty)
        #expect(!requests.contains { $0.hasSuffix("login") })
        // The login was right where it belongs.
        #expect(try !asked(sandbox).contains("erase"))
    }

    @Test func `a helper that hangs ends with the deadline`() throws {
        let (sandbox, name) = try server.sandbox()
        let mark = sandbox.home + "/helper.pid"
        try configureHelper(sandbox, "f() { echo $$ > '\(mark)'; exec sleep 1000; }; f")
        let result = try sandbox.validate(
            server.url(name, "private"), ["--fetch-timeout", "2"], server.trust, seconds: 20)
        #expect(result.stderr.contains("took longer than 2 s"))
        let text = try String(contentsOfFile: mark, encoding: .utf8)
        let process = try #require(Int32(text.trimmingCharacters(in: .newlines)))
        #expect(isGone(process))
    }

    @Test func `the configuration of a repository around us is not obeyed`() throws {
        let (sandbox, name) = try server.sandbox()
        let mark = sandbox.home + "/obeyed"
        try sandbox.user.git("init", "-q")
        try sandbox.user.git("config", "credential.helper", "!touch '\(mark)'; false")
        let inHook = ["GIT_DIR": sandbox.user.path + "/.git"].merging(server.trust) { $1 }
        for environment in [server.trust, inHook] {
            let result = try sandbox.validate(server.url(name, "private"), [], environment)
            #expect(result.stderr.contains("git knows none"))
        }
        #expect(!FileManager.default.fileExists(atPath: mark))
    }

    @Test(arguments: [
        "https://ann:canary-x@localhost/a.git", "https://canary-x@localhost/a.git",
        "ssh://git:canary-x@localhost/a.git", "git:canary-x@localhost:a.git", "http://canary-x@localhost/a",
        "https://localhost/a.git?token=canary-x", "canary-x:canary-x@localhost", "canary-x://localhost/a",
    ])
    func `a URL with a secret is refused and not repeated`(_ url: String) throws {
        let sandbox = try Sandbox()
        for arguments in [["validate"], ["apply", "--auto-approve"]] {
            let result = try sandbox.writ(arguments + ["--repo", url])
            #expect(result.code == 64)
            #expect(!(result.stdout + result.stderr).contains("canary-x") || url.hasPrefix("canary-x://"))
        }
    }

    private func configureHelper(_ sandbox: RemoteSandbox, _ script: String) throws {
        try sandbox.origin.git(
            "config", "--file", sandbox.home + "/.gitconfig", "credential.helper", "!" + script)
    }

    /// A helper that notes what it is asked.
    private func useHelper(_ sandbox: RemoteSandbox, password: String) throws {
        let log = sandbox.home + "/asked"
        try configureHelper(
            sandbox,
            "f() { echo $1 >> '\(log)'; test $1 = get && echo username=ann && echo password=\(password); }; f"
        )
    }

    private func asked(_ sandbox: RemoteSandbox) throws -> [String] {
        guard let text = try? String(contentsOfFile: sandbox.home + "/asked", encoding: .utf8) else {
            return []
        }
        return text.split(separator: "\n").map(String.init)
    }

    /// Neither output nor cache has a password.
    private func expectNoSecret(_ sandbox: RemoteSandbox, _ result: CommandResult) throws {
        #expect(!(result.stdout + result.stderr).contains("canary"))
        let found = try runProcess(
            "grep", ["-r", "-l", "-a", "canary", sandbox.home + "/.cache"], in: sandbox.home,
            environment: ["PATH": "/usr/bin:/bin"], seconds: 30)
        #expect((found.code, found.stdout) == (1, ""))
    }
}

/// Whether a process has ended; one that has is given a moment to be seen as such.
func isGone(_ process: Int32) -> Bool {
    let deadline = ContinuousClock.now + .seconds(5)
    while ContinuousClock.now < deadline {
        let state = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        // A zombie nobody waits for has ended as well.
        guard let state, !state.contains(") Z ") else { return true }
        sched_yield()
    }
    return false
}
