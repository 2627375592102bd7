internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A chain of agencies that comes back.
    static let trustCycle = Rule(
        "TRU017", "trust-cycle", .medium,
        page: RulePage(
            summary: "Agencies name each other in their trusts and can assume each other in a circle.",
            why: """
                A session that goes round is renewed for ever: it never ends, whatever the agencies' limits say, and each agency of the \
                circle has what all of them have.
                """,
            avoid: #"""
                # agency/build trusts agency/deploy, and agency/deploy trusts agency/build
                Principal: {AWS: "arn:aws:iam::012345678901:role/deploy"}
                """#,
            references: ["PMapper"]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    let next = account.assumptions
    var reported: Set<String> = []
    for start in next.keys.sorted() where !reported.contains(start) {
        guard let circle = circle(from: start, next) else { continue }
        reported.formUnion(circle)
        let address = Address(.agency, start)
        let way = (circle.dropFirst() + [start]).map { "agency/\($0)" }.joined(separator: ", then ")
        let message =
            circle.count == 1 ? "\(address) can assume itself" : "\(address) can assume \(way) again"
        report.find(
            message, at: .field(address, .trustPolicy), label: "comes back here",
            help: "take one of the trusts out")
    }
}

extension LintedAccount {
    /// Which agencies each agency can assume, by its own permissions and their trusts; agencies that can assume none are left out.
    fileprivate var assumptions: [String: [String]] {
        let targets = objects(.agency).compactMap { agency -> Target? in
            let name = agency.address.name
            return access.trusts[name].map { Target(name: name, trust: $0, requests: access.assuming(name)) }
        }
        var result: [String: [String]] = [:]
        for agency in objects(.agency).map(\.address) {
            let own = access.effectivePolicies(of: agency)
            // What is not known might deny.
            guard own.unknown.isEmpty else { continue }
            var request = access.request("", on: "", as: agency, [:], at: asOf)
            guard let caller = request.caller else { continue }
            let reached = targets.filter { target in
                guard target.trust.statements.contains(where: { $0.singlesOut(caller) }) else { return false }
                return target.requests.contains { action, resource in
                    (request.action, request.resource) = (action, resource)
                    let question = Question(identity: own.set, trustPolicy: target.trust, request: request)
                    return question.answer().verdict == .allowed
                }
            }
            if !reached.isEmpty { result[agency.name] = reached.map(\.name) }
        }
        return result
    }
}

/// An agency that others may assume, with the requests of which one has to be allowed.
private struct Target {
    var name: String
    var trust: PolicySet
    var requests: [(action: String, resource: String)]
}

extension Statement {
    /// Whether the statement is about a caller by its name, or by a condition on who calls, and not by its account alone.
    fileprivate func singlesOut(_ caller: Caller) -> Bool {
        guard effect == .allow, let principals, !principals.isExcluding, principals.matches(caller) else {
            return false
        }
        return conditions.contains { callerKeys.contains($0.key) }
            || principals.entries.contains { entry in
                if case .named = entry { entry.matches(caller) } else { false }
            }
    }
}

/// The shortest way from an agency back to itself, without its end.
private func circle(from start: String, _ next: [String: [String]]) -> [String]? {
    var ways = [[start]]
    var seen: Set<String> = []
    var place = 0
    while place < ways.count {
        let way = ways[place]
        place += 1
        for agency in next[way[way.count - 1]] ?? [] {
            if agency == start { return way }
            if seen.insert(agency).inserted { ways.append(way + [agency]) }
        }
    }
    return nil
}
