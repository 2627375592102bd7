import Testing
import WritProcess

/// Programs that are run with a deadline.
@Suite struct ProgramTests {
    private func run(
        _ script: String, seconds: Double = 30, input: String = ""
    ) throws(StartFailure) -> ProgramEnd {
        try Program("sh", ["-c", script], environment: currentEnvironment(), isLeader: true).run(
            until: .now + .seconds(seconds), input: Array(input.utf8))
    }

    @Test func `input and output go through, errors nowhere`() throws {
        let end = try run("cat; echo hidden >&2; exit 3", input: "text")
        #expect(end.ending == .exited(3))
        #expect(String(decoding: end.output, as: UTF8.self) == "text")
    }

    @Test func `a long output comes whole`() throws {
        let end = try run("head -c 3000000 /dev/zero")
        #expect(end.ending == .exited(0))
        #expect(end.output.count == 3_000_000)
    }

    @Test(arguments: [
        "sleep 1000", "sleep 1000 & sleep 1000", "exec >&-; sleep 1000", "trap '' TERM; sleep 1000",
    ])
    func `the whole group is killed at the deadline`(_ script: String) throws {
        let start = ContinuousClock.now
        #expect(try run(script, seconds: 0.2).ending == .timedOut)
        #expect(ContinuousClock.now - start < .seconds(10))
    }

    @Test func `a grandchild that keeps the output open is not waited for`() throws {
        let start = ContinuousClock.now
        let end = try run("sleep 3 & echo done")
        #expect(end.ending == .exited(0))
        #expect(String(decoding: end.output, as: UTF8.self) == "done\n")
        #expect(ContinuousClock.now - start < .seconds(3))
    }

    @Test func `a signal is told apart from an exit`() throws {
        #expect(try run("kill -SEGV $$").ending == .signalled(11))
    }

    @Test func `a program that is not there is an error`() {
        #expect(throws: StartFailure.self) {
            try Program("no-such-program-anywhere", [], environment: [], isLeader: false).run(
                until: .now + .seconds(1))
        }
    }

    @Test func `an input that nobody reads does no harm`() throws {
        #expect(try run("exit 0", input: String(repeating: "x", count: 60_000)).ending == .exited(0))
    }

    @Test func `errors are kept where they are asked for, and cut`() throws {
        let program = Program("sh", ["-c", "echo out; echo 123456789 >&2"], environment: [], isLeader: true)
        let end = try program.run(until: .now + .seconds(30), keepingErrors: 5)
        #expect(end.ending == .exited(0))
        #expect(String(decoding: end.output, as: UTF8.self) == "out\n")
        #expect(String(decoding: end.errors, as: UTF8.self) == "12345")
    }

    @Test func `a flood of errors neither blocks nor stops the program`() throws {
        let program = Program(
            "sh", ["-c", "head -c 3000000 /dev/zero >&2; echo done"], environment: currentEnvironment(),
            isLeader: true)
        let end = try program.run(until: .now + .seconds(30), keepingErrors: 100)
        #expect(end.ending == .exited(0))
        #expect(end.errors.count == 100)
        #expect(String(decoding: end.output, as: UTF8.self) == "done\n")
    }

    @Test func `a program gets the variables it is given and no other`() throws {
        let program = Program("env", [], environment: ["ONE=1", "TWO=2"], isLeader: false)
        let end = try program.run(until: .now + .seconds(30))
        #expect(String(decoding: end.output, as: UTF8.self) == "ONE=1\nTWO=2\n")
        #expect(currentEnvironment(only: ["PATH"]).allSatisfy { $0.hasPrefix("PATH=") })
        #expect(currentEnvironment(only: ["PATH"]).count == 1)
    }

    @Test func `a secret input goes through`() throws {
        let bytes = Array("text".utf8)
        let end = try bytes.withUnsafeBytes { bytes in
            try Program("cat", [], environment: [], isLeader: false)
                .run(until: .now + .seconds(30), secretInput: bytes)
        }
        #expect(end.output == bytes)
    }

    @Test func `that a program is missing is told apart from other reasons`() {
        for (path, isMissing) in [("no-such-program-anywhere", true), ("/etc/passwd", false)] {
            let failure = #expect(throws: StartFailure.self) {
                try Program(path, [], environment: [], isLeader: false).run(until: .now + .seconds(1))
            }
            #expect(failure?.isMissing == isMissing)
            #expect(failure?.reason.isEmpty == false)
        }
    }
}
