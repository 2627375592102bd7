import Foundation

/// A program that runs beside the tests and ends with them: its standard input stays open as long as this
/// process, or the server, lives.
final class Server: Sendable {
    /// The first line that it printed.
    let greeting: String
    private let process: pid_t
    private let input: Int32

    /// Starts the program and waits for its first line.
    ///
    /// - Throws: ``StartFailure``, also where it ends without a line.
    init(_ executable: String, _ arguments: [String], environment: [String: String] = [:]) throws {
        var inward: [Int32] = [-1, -1]
        var outward: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &inward) == 0, socketpair(AF_UNIX, kind, 0, &outward) == 0 else {
            throw StartFailure(executable: executable, code: errno)
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, inward[1], STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, outward[1], STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        // The threads of tests have signals blocked; servers are to hear them.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var blocked = sigset_t()
        sigemptyset(&blocked)
        posix_spawnattr_setsigmask(&attributes, &blocked)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        let words = ([executable] + arguments).map { strdup($0) } + [nil]
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let variables = environment.merging(["PATH": path]) { own, _ in own }
        let texts = variables.map { strdup("\($0)=\($1)") } + [nil]
        defer { for text in words + texts { free(text) } }
        var process: pid_t = 0
        let code = posix_spawnp(&process, executable, &actions, &attributes, words, texts)
        close(inward[1])
        close(outward[1])
        defer { close(outward[0]) }
        guard code == 0 else {
            close(inward[0])
            throw StartFailure(executable: executable, code: code)
        }
        self.process = process
        input = inward[0]
        greeting = line(from: outward[0])
        guard !greeting.isEmpty else { throw StartFailure(executable: executable, code: -1) }
    }

    deinit {
        // The end of its input lets it clean up, which a signal would not.
        close(input)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    }
}

private func line(from descriptor: Int32) -> String {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while read(descriptor, &byte, 1) == 1, byte != 0x0A { bytes.append(byte) }
    return String(decoding: bytes, as: UTF8.self)
}
