internal import Glibc
internal import WritProcess

/// A login from git's own credential helpers, by way of `git credential`.
///
/// Asked in a folder outside of any repository, so that only the user's, the system's and the environment's
/// configuration counts. Source: git-credential(1).
struct GitCredential: Sendable {
    /// Who logs in.
    let username: String
    /// The password or token; in no message, file or argument.
    let password: String
    /// All that the helper answered, for telling it how the login went.
    private let answer: String

    /// Why there is no login.
    enum Lack: Error, Hashable { case noGit, noCredential }

    /// Asks for the login for `remote`.
    /// - Throws: ``Lack``.
    init(for remote: RemoteURL, home: String) throws(Lack) {
        let place = remote.shownHost + (remote.port.map { ":\($0)" } ?? "")
        let question = "protocol=https\nhost=\(place)\npath=\(remote.path.dropFirst())\n\n"
        let end = try run("fill", question, home: home)
        guard end.ending == .exited(0) else { throw .noCredential }
        let text = String(decoding: end.output, as: UTF8.self)
        var values: [Substring: Substring] = [:]
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2 { values[parts[0]] = parts[1] }
        }
        // A helper that answers for another host is not listened to.
        guard let username = values["username"], let password = values["password"], !password.isEmpty,
            values["host"].map({ $0 == place }) ?? true, values["protocol"].map({ $0 == "https" }) ?? true
        else { throw .noCredential }
        self.username = String(username)
        self.password = String(password)
        self.answer = text
    }

    /// Tells the helpers that the login was taken, or refused.
    func tell(isTaken: Bool, home: String) {
        _ = try? run(isTaken ? "approve" : "reject", answer + "\n", home: home)
    }
}

/// Runs `git credential`. The deadline of the whole fetch is its too: it dies with our process group.
private func run(_ verb: String, _ input: String, home: String) throws(GitCredential.Lack) -> ProgramEnd {
    // What hooks set would make git read the configuration of the repository they run in.
    let unwanted = [
        "HOME", "GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_TERMINAL_PROMPT",
    ]
    let environment = currentEnvironment(without: unwanted + ["GIT_CEILING_DIRECTORIES"])
    let git = Program(
        "git", ["-C", "/", "credential", verb],
        environment: environment + [
            "HOME=\(home)", "GIT_TERMINAL_PROMPT=0", "GIT_CEILING_DIRECTORIES=/", "GIT_DIR=/dev/null",
        ],
        isLeader: false)
    do {
        return try git.run(until: .now + .seconds(86_400), input: Array(input.utf8))
    } catch {
        throw .noGit
    }
}
