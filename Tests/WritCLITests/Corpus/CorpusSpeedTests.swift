import Foundation
import Testing

/// The program to measure: a release build.
private let measuredProgram = ProcessInfo.processInfo.environment["WRIT_MEASURED"]

/// How long the program takes to refuse each row of the corpus: a measurement, made by
/// `Tests/Benchmarks/refusals.sh` alone.
@Suite(.serialized, .enabled(if: measuredProgram != nil))
struct CorpusSpeedTests {
    @Test func `nothing takes 100 ms of a processor to refuse`() throws {
        let shared = try CorpusCommits.sandbox.get()
        let start = try leastTime(of: ["--version"], in: shared)
        var figures: [(row: CorpusRow, time: Double)] = []
        for row in CorpusFixture.all.flatMap(\.rows) where row.repository?.isPossible != false {
            let (sandbox, command) = try row.repository?.make(row) ?? (shared, ["validate", "--rev", row.id])
            var time = try leastTime(of: command, in: sandbox)
            // Near the limit what else the machine does decides, unless there are many runs.
            if time >= 80 { time = min(time, try leastTime(of: command, in: sandbox, runs: 25)) }
            figures.append((row, time))
        }
        figures.sort { $0.time > $1.time }
        print(
            "\(figures.count) rows; writ --version: \(shown(start)) ms, half of the rows at most "
                + "\(shown(figures[figures.count / 2].time)) ms, the slowest:")
        for (row, time) in figures.prefix(12) {
            print("  \(row.id)  \(shown(time)) ms, \(shown(time / start)) times the start  \(row.name)")
        }
        let slow = figures.filter { !$0.row.expected.isEmpty && $0.time >= 100 }
        #expect(slow.map(\.row.id) == [])
    }

    /// The least processor time of some runs, in milliseconds: what else the machine does lengthens it little.
    private func leastTime(of arguments: [String], in sandbox: Sandbox, runs: Int = 5) throws -> Double {
        let program = try #require(measuredProgram)
        return try (0..<runs).map { _ in
            let before = childrenTime()
            _ = try runProcess(
                program, arguments, in: sandbox.path, environment: sandbox.environment, seconds: 60)
            return childrenTime() - before
        }.min() ?? 0
    }

    /// The processor time of all children that have ended, in milliseconds.
    private func childrenTime() -> Double {
        var usage = rusage()
        getrusage(RUSAGE_CHILDREN.rawValue, &usage)
        return milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime)
    }

    private func milliseconds(_ time: timeval) -> Double {
        Double(time.tv_sec) * 1000 + Double(time.tv_usec) / 1000
    }

    private func shown(_ number: Double) -> String { String(format: "%.1f", number) }
}
