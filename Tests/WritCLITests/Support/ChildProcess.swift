import Foundation

/// What came of a child process.
struct CommandResult {
    /// The exit code; 128 and the number for one that a signal ended, as shells say it.
    var code: Int32
    var stdout: String
    var stderr: String
    /// Whether it was killed because its time was over.
    var wasKilled: Bool
    var duration: Duration
}

/// A program that could not be started.
struct StartFailure: Error {
    var executable: String
    var code: Int32
}

/// Runs a program, found by its path or its name, to its end, or until its time is over; then it is killed
/// with `SIGKILL`.
///
/// - Parameters:
///   - environment: the whole environment of the program.
///   - seconds: how long it may run.
///   - errorBytes: how much it may write to standard error.
///   - typing: what a person types at a terminal that is the program's standard input, output and error;
///     `nil` for no terminal: input is empty, output and error are pipes.
/// - Throws: ``StartFailure``.
func runProcess(
    _ executable: String, _ arguments: [String], in folder: String, environment: [String: String],
    seconds: Double, errorBytes: Int = .max, typing: String? = nil
) throws -> CommandResult {
    let start = ContinuousClock.now
    let streams = try typing.map(Streams.init(terminalTyping:)) ?? Streams()
    let process = try spawn(executable, arguments, in: folder, environment, streams)
    var output: [UInt8] = []
    var errors: [UInt8] = []
    let isDone = streams.read(
        until: start + .seconds(seconds), errorLimit: errorBytes, &output, &errors)
    if !isDone {
        kill(process, SIGKILL)
        _ = streams.read(until: .now + .seconds(10), &output, &errors)
    }
    streams.close()
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    let signal = status & 0x7F
    return CommandResult(
        code: signal == 0 ? status >> 8 & 0xFF : 128 + signal,
        stdout: String(decoding: output, as: UTF8.self), stderr: String(decoding: errors, as: UTF8.self),
        // A process can end by itself between the end of its time and the signal.
        wasKilled: !isDone && signal == SIGKILL, duration: .now - start)
}

private func spawn(
    _ executable: String, _ arguments: [String], in folder: String, _ environment: [String: String],
    _ streams: Streams
) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, streams.childInput, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, streams.childOutput, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, streams.childErrors, STDERR_FILENO)

    // `env` changes the folder and then becomes the program, under the same process id.
    let words = (["env", "-C", folder, executable] + arguments).map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in words + variables { free(text) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, "/usr/bin/env", &actions, nil, words, variables)
    streams.closeChildEnds()
    guard code == 0 else {
        streams.close()
        throw StartFailure(executable: executable, code: code)
    }
    return process
}
