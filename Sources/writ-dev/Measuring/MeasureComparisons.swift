internal import WritModel
internal import WritPolicy

/// What it costs to compare pairs of documents in both directions, each line `{"old":…,"new":…}`.
///
/// - Returns: Times over all pairs, of each the best of the rounds: from documents that are read already, and with reading the new one.
func measureComparisons(_ lines: [[UInt8]], rounds: Int) throws -> JSONValue {
    var fromRead: [Int64] = []
    var withReading: [Int64] = []
    var verdicts: [Character] = []
    var slowest = 0
    for (index, line) in lines.enumerated() {
        let json = try JSONValue(parsing: line)
        guard let old = json["old"], let new = json["new"] else {
            throw MeasuringError.badLine(String(decoding: line, as: UTF8.self))
        }
        let before = readPolicy(old, dialect: .aws)
        let after = readPolicy(new, dialect: .aws)
        var comparison: AccessComparison?
        let times = (0..<max(rounds, 1)).map { _ in
            nanoseconds { comparison = compare(old: PolicySet([before]), new: PolicySet([after])) }
        }
        let readingTimes = (0..<max(rounds, 1)).map { _ in
            nanoseconds {
                let old = PolicySet([readPolicy(old, dialect: .aws)])
                let new = PolicySet([readPolicy(new, dialect: .aws)])
                comparison = compare(old: old, new: new)
            }
        }
        fromRead.append(times.min() ?? 0)
        withReading.append(readingTimes.min() ?? 0)
        if fromRead[index] > fromRead[slowest] { slowest = index }
        verdicts.append(comparison?.letter ?? "?")
    }
    guard !lines.isEmpty else { throw MeasuringError.noCases }
    return [
        "pairs": .integer(lines.count), "compare": Timing(fromRead).json,
        "readAndCompare": Timing(withReading).json, "slowestLine": .integer(slowest + 1),
        "unknown": .integer(verdicts.count { $0 == "?" }), "verdicts": .string(String(verdicts)),
    ]
}

extension AccessComparison {
    /// `=` the same access, `+` more, `-` less, `x` both, `?` where it cannot be told.
    fileprivate var letter: Character {
        switch (gained.verdict, lost.verdict) {
        case (nil, _), (_, nil): "?"
        case (false?, false?): "="
        case (true?, false?): "+"
        case (false?, true?): "-"
        case (true?, true?): "x"
        }
    }
}
