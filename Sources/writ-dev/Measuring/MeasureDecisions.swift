internal import WritModel
internal import WritPolicy

/// How many requests a second sets of policies decide.
///
/// The first line of the file holds documents by the name of their set, each further one a request: `{"set":…,"action":…,"resource":…,"context":{…}}`.
///
/// - Returns: Rates of the best round; and one letter for the verdict of each request.
func measureDecisions(_ lines: [[UInt8]], rounds: Int) throws -> JSONValue {
    guard let first = lines.first else { throw MeasuringError.noCases }
    let documents = try JSONValue(parsing: first).members ?? []
    let reading = Timing(
        try (0..<min(rounds, 5)).map { _ in
            try nanoseconds { _ = policySets(try JSONValue(parsing: first).members ?? []) }
        })
    let sets = policySets(documents)
    let requestLines = Array(lines.dropFirst())
    let cases = try requestLines.map { try policyRequest($0, sets) }
    var verdicts: [Verdict] = []
    var engine: [Int64] = []
    var whole: [Int64] = []
    var single: [Int64] = []
    for round in 0..<max(rounds, 1) {
        engine.append(nanoseconds { verdicts = cases.map { $0.set.decide($0.request).verdict } })
        whole.append(
            try nanoseconds {
                verdicts = try requestLines.map { line in
                    let one = try policyRequest(line, sets)
                    return one.set.decide(one.request).verdict
                }
            })
        if round == 0 { single = cases.map { one in nanoseconds { _ = one.set.decide(one.request) } } }
    }
    return [
        "statements": .integer(sets.values.reduce(0) { $0 + $1.statements.count }),
        "requests": .integer(cases.count),
        "decisionsPerSecond": rate(cases.count, Timing(engine)),
        "wholeDecisionsPerSecond": rate(cases.count, Timing(whole)),
        "single": Timing(single).json, "reading": reading.json,
        "verdicts": .string(String(verdicts.map(\.letter))),
    ]
}

/// Why nothing can be measured.
enum MeasuringError: Error, CustomStringConvertible {
    case noCases
    case badLine(String)

    var description: String {
        switch self {
        case .noCases: "the file holds no cases; Tests/Benchmarks/policies.py writes them"
        case .badLine(let line): "a line is not a case of this measurement: \(line.prefix(200))"
        }
    }
}

private func policySets(_ members: [JSONValue.Member]) -> [String: PolicySet] {
    Dictionary(
        members.map { member in
            (
                member.name,
                PolicySet((member.value.array ?? []).map { readPolicy($0, dialect: .aws) })
            )
        }, uniquingKeysWith: { first, _ in first })
}

private func policyRequest(
    _ line: [UInt8], _ sets: [String: PolicySet]
) throws -> (set: PolicySet, request: Request) {
    let json = try JSONValue(parsing: line)
    guard let name = json["set"]?.string, let set = sets[name], let action = json["action"]?.string else {
        throw MeasuringError.badLine(String(decoding: line, as: UTF8.self))
    }
    var context: [String: [String]] = [:]
    for member in json["context"]?.members ?? [] {
        context[member.name] = member.value.string.map { [$0] } ?? []
    }
    return (set, Request(action: action, resource: json["resource"]?.string ?? "", context: context))
}

private func rate(_ count: Int, _ timing: Timing) -> JSONValue {
    .integer(Int(Double(count) * 1e9 / Double(timing.quantile(0))))
}

extension Verdict {
    fileprivate var letter: Character {
        switch self {
        case .allowed: "a"
        case .explicitDeny: "d"
        case .implicitDeny: "i"
        case .uncertain: "u"
        }
    }
}
