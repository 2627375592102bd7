internal import Glibc

/// A program to run with an input and an output, and nothing else of this process.
package struct Program: Sendable {
    private let executable: String
    private let arguments: [String]
    private let environment: [String]
    private let isLeader: Bool

    /// - Parameters:
    ///   - executable: a path, or a name to be found along `PATH`.
    ///   - environment: all of it, as `NAME=value`.
    ///   - isLeader: whether it gets a process group of its own, which is killed whole.
    package init(_ executable: String, _ arguments: [String], environment: [String], isLeader: Bool) {
        self.executable = executable
        self.arguments = arguments
        self.environment = environment
        self.isLeader = isLeader
    }
}

/// How a program ended, with what it wrote.
package struct ProgramEnd: Sendable {
    /// How.
    package enum Ending: Hashable, Sendable { case exited(Int32), signalled(Int32), timedOut }

    /// How it ended.
    package var ending: Ending
    /// What it wrote to its output.
    package var output: [UInt8]
    /// The start of what it wrote to its error stream, where that was asked for.
    package var errors: [UInt8]
}

/// A program that cannot be started.
package struct StartFailure: Error {
    /// Why, in the system's words.
    package var reason: String
    /// Whether there is no such program.
    package var isMissing = false
}

extension Program {
    /// Runs it to its end, or until the deadline: then it, or its whole group, is killed.
    ///
    /// - Parameters:
    ///   - input: at most what a socket holds, 64 KiB for sure.
    ///   - descriptor: one of ours that it gets as its number 3.
    ///   - errorLimit: how much of its error stream is kept, in bytes. At 0 that stream goes nowhere: what it says
    ///     could hold anything.
    /// - Throws: ``StartFailure``.
    package func run(
        until deadline: ContinuousClock.Instant, input: [UInt8] = [], passing descriptor: Int32? = nil,
        keepingErrors errorLimit: Int = 0
    ) throws(StartFailure) -> ProgramEnd {
        try run(until: deadline, passing: descriptor, keepingErrors: errorLimit) { socket in
            input.withUnsafeBytes { socket.sendAll($0) }
        }
    }

    /// ``run(until:input:passing:keepingErrors:)`` with an input that is copied nowhere in this process.
    package func run(
        until deadline: ContinuousClock.Instant, secretInput: UnsafeRawBufferPointer,
        keepingErrors errorLimit: Int = 0
    ) throws(StartFailure) -> ProgramEnd {
        try run(until: deadline, passing: nil, keepingErrors: errorLimit) { socket in
            socket.sendAll(secretInput)
        }
    }

    private func run(
        until deadline: ContinuousClock.Instant, passing descriptor: Int32?, keepingErrors errorLimit: Int,
        sending send: (SocketPair) -> Void
    ) throws(StartFailure) -> ProgramEnd {
        let inward = try SocketPair()
        let outward = try SocketPair()
        let errors = errorLimit > 0 ? try SocketPair() : nil
        let process = try start(inward.theirs, outward.theirs, errors?.theirs, descriptor)
        for pair in [inward, outward, errors] { pair?.closeTheirs() }
        send(inward)
        inward.closeOurs()
        var inflow = Inflow(output: outward, errors: errors, outputLimit: outputLimit, errorLimit: errorLimit)
        let ending = wait(for: process, reading: &inflow, until: deadline)
        outward.closeOurs()
        errors?.closeOurs()
        return ProgramEnd(ending: ending, output: inflow.output, errors: inflow.errors)
    }

    private func start(
        _ input: Int32, _ output: Int32, _ errors: Int32?, _ descriptor: Int32?
    ) throws(StartFailure) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        if let errors {
            posix_spawn_file_actions_adddup2(&actions, errors, 2)
        } else {
            posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        }
        if let descriptor { posix_spawn_file_actions_adddup2(&actions, descriptor, 3) }

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var defaults = sigset_t()
        sigfillset(&defaults)
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        // A thread that starts programs may have signals blocked; the program is to hear them.
        var blocked = sigset_t()
        sigemptyset(&blocked)
        posix_spawnattr_setsigmask(&attributes, &blocked)
        let group = isLeader ? POSIX_SPAWN_SETPGROUP : 0
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | group))

        let words = ([executable] + arguments).map { strdup($0) } + [nil]
        let variables = environment.map { strdup($0) } + [nil]
        defer { for text in words + variables { free(text) } }
        var process: pid_t = 0
        let code = posix_spawnp(&process, executable, &actions, &attributes, words, variables)
        guard code == 0 else {
            throw StartFailure(reason: String(cString: strerror(code)), isMissing: code == ENOENT)
        }
        return process
    }

    /// Reads until the process has ended; a grandchild that keeps the output open is not waited for.
    private func wait(
        for process: pid_t, reading inflow: inout Inflow, until deadline: ContinuousClock.Instant
    ) -> ProgramEnd.Ending {
        var status: Int32 = 0
        while true {
            inflow.receive(forMilliseconds: 20)
            if waitpid(process, &status, WNOHANG) == process {
                while inflow.receive(forMilliseconds: 0), !inflow.isOverfull, ContinuousClock.now < deadline {
                }
                let signal = status & 0x7F
                return signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
            }
            guard ContinuousClock.now < deadline, !inflow.isOverfull else {
                kill(isLeader ? -process : process, SIGKILL)
                while waitpid(process, &status, 0) < 0 && errno == EINTR {}
                return .timedOut
            }
            // The output has ended and the process has not: nothing to poll on but time.
            if !inflow.isOpen { usleep(1000) }
        }
    }
}

/// How much output is taken, in bytes.
private let outputLimit = 16 << 20
