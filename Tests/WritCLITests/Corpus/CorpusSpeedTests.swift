import Foundation
import Testing

/// The program to measure: a release build.
private let measuredProgram = ProcessInfo.processInfo.environment["WRIT_MEASURED"]

/// How long the program takes to refuse each row of the corpus: a measurement, made by
/// `Tests/Benchmarks/refusals.sh` alone.
@Suite(.serialized, .enabled(if: measuredProgram != nil))
struct CorpusSpeedTests {
    @Test func `nothing takes longer than 100 ms to refuse`() throws {
        let shared = try CorpusCommits.sandbox.get()
        let start = try best(of: ["--version"], in: shared)
        var figures: [(row: CorpusRow, time: Duration)] = []
        for row in CorpusFixture.all.flatMap(\.rows) where row.repository?.isPossible != false {
            let (sandbox, command) = try row.repository?.make(row) ?? (shared, ["validate", "--rev", row.id])
            figures.append((row, try best(of: command, in: sandbox)))
        }
        figures.sort { $0.time > $1.time }
        print("\(figures.count) rows; writ --version: \(milliseconds(start)) ms, the slowest rows:")
        for (row, time) in figures.prefix(12) {
            let ratio = String(format: "%.1f", time / start)
            print("  \(row.id)  \(milliseconds(time)) ms, \(ratio) times the start  \(row.name)")
        }
        let middle = figures[figures.count / 2].time
        print("  half of them take at most \(milliseconds(middle)) ms")
        let refused = figures.filter { !$0.row.expected.isEmpty }
        #expect(refused.allSatisfy { $0.time < .milliseconds(100) })
    }

    /// The shortest of five runs: the others were disturbed.
    private func best(of arguments: [String], in sandbox: Sandbox) throws -> Duration {
        let program = try #require(measuredProgram)
        return try (0..<5).map { _ in
            try runProcess(
                program, arguments, in: sandbox.path, environment: sandbox.environment, seconds: 60
            ).duration
        }.min() ?? .zero
    }

    private func milliseconds(_ time: Duration) -> String { String(format: "%.1f", time / .milliseconds(1)) }
}
