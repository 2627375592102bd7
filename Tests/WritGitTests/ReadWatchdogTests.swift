import Foundation
import Testing
import WritModel

@testable import WritGit

@Suite("The watchdog")
struct ReadWatchdogTests {
    private static let id = ObjectID(hex: Array(String(repeating: "ab", count: 20).utf8)) ?? .null

    /// Runs `body` on a thread that is left behind, as a read that hangs in C would be.
    private func abandon(_ body: @escaping @Sendable () -> Void) { Thread.detachNewThread(body) }

    @Test("a read that does not end is reported with its object, once", .timeLimit(.minutes(1)))
    func hangingRead() async {
        let (reports, report) = AsyncStream.makeStream(of: String.self)
        let watchdog = ReadWatchdog(deadline: .milliseconds(50)) { report.yield($0) }
        abandon {
            watchdog.begin(Self.id, "iam/a\u{1B}.yaml")
            // A pipe that nobody writes to: the read blocks in the system, as a hanging library does.
            var ends: [Int32] = [0, 0]
            var byte: UInt8 = 0
            pipe(&ends)
            read(ends[0], &byte, 1)
            watchdog.end()
        }
        var iterator = reports.makeAsyncIterator()
        #expect(await iterator.next() == "\(Self.id) (iam/a\\u{1b}.yaml)")
    }

    @Test("the deadline is each object's own", .timeLimit(.minutes(1)))
    func deadlinePerObject() async {
        let (reports, report) = AsyncStream.makeStream(of: String.self)
        let watchdog = ReadWatchdog(deadline: .milliseconds(200)) { report.yield($0) }
        // Many reads that end, together longer than the deadline; then one that does not.
        let start = ContinuousClock.now
        while ContinuousClock.now - start < .milliseconds(500) {
            watchdog.begin(Self.id, "short")
            watchdog.end()
        }
        watchdog.begin(Self.id, "long")
        var iterator = reports.makeAsyncIterator()
        #expect(await iterator.next() == "\(Self.id) (long)")
    }

    @Test("nothing is reported between reads", .timeLimit(.minutes(1)))
    func idle() async {
        let (reports, report) = AsyncStream.makeStream(of: String.self)
        let quiet = ReadWatchdog(deadline: .milliseconds(20)) { _ in report.yield("quiet") }
        quiet.begin(Self.id, "a")
        quiet.end()
        // The second one is due much later than the first would be.
        let loud = ReadWatchdog(deadline: .milliseconds(200)) { _ in report.yield("loud") }
        loud.begin(Self.id, "b")
        var iterator = reports.makeAsyncIterator()
        #expect(await iterator.next() == "loud")
        withExtendedLifetime(quiet) {}
    }

    @Test("a reader tells the watchdog what it reads and when it has ended")
    func reader() throws {
        let repository = try GitRepository()
        try repository.commit(["a.yaml": "x"])
        let watchdog = ReadWatchdog(deadline: .seconds(3600)) { _ in }
        let reader = try ManifestReader(repository: repository.path, watchdog: watchdog)
        let commit = try reader.resolve()
        #expect(watchdog.latest?.object == "\(try #require(commit.commit)) (HEAD)")
        _ = try reader.tree(at: commit, wanted: ["."])
        #expect(watchdog.latest?.object == (try repository.git("rev-parse", "HEAD:a.yaml")) + " (a.yaml)")
        #expect(watchdog.latest?.isReading == false)
    }
}
