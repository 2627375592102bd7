internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A chain of agencies that comes back.
    static let trustCycle = Rule(
        "TRU017", "trust-cycle", .medium,
        page: RulePage(
            summary: "Agencies can assume each other in a circle.",
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
        let agencies = objects(.agency).map(\.address)
        let actions = dialect.actions(.assumeAgency)
        let callers = agencies.map {
            PrincipalContext($0, account: target.account, dialect: dialect, at: asOf).caller
        }
        var result: [String: [String]] = [:]
        for (index, agency) in agencies.enumerated() {
            let own = access.effectivePolicies(of: agency)
            let mayAssume = own.set.statements.contains { statement in
                statement.effect == .allow
                    && statement.actions.included?.contains { !actions.matching($0.glob).isEmpty } ?? true
            }
            // Under AWS a trust that names a role needs no permission of the role's.
            if !mayAssume, dialect != .aws { continue }
            let targets = agencies.filter { target in
                guard let trust = access.trusts[target.name],
                    trust.statements.contains(where: { statement in
                        statement.principals.map {
                            mayAssume ? $0.matches(callers[index]) : $0.namesDirectly(callers[index])
                        } ?? false
                    })
                else { return false }
                let question = AccessQuestion(agency, action: "", resource: "", context: [:], at: asOf)
                return access.assume(target.name, as: agency, question, own).verdict == .allowed
            }
            if !targets.isEmpty { result[agency.name] = targets.map(\.name) }
        }
        return result
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
