internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// Agencies that can assume each other in a circle.
    static let assumeCycle = Rule(
        "ESC012", "assume-cycle", .medium,
        page: RulePage(
            summary: "An agency can assume another one that leads back to it.",
            why: """
                Agencies in a circle are one agency with all their rights: whoever is in one of them is in all of them, and a \
                session can be renewed for ever.
                """,
            avoid: "agency/build assumes agency/deploy, which assumes agency/build",
            prefer: "agency/build assumes agency/deploy",
            references: ["PMapper"]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    let edges = assumeEdges(account)
    var told: Set<String> = []
    for first in edges.keys.sorted() where !told.contains(first) {
        guard let circle = shortestCircle(from: first, edges) else { continue }
        told.formUnion(circle)
        let address = Address(.agency, first)
        let names = circle.map { "`agency/\($0)`" }
        let rest = names.dropFirst()
        let fields = account.state.objects[address]?.fields
        let field: Field = fields?[.trust] != nil ? .trust : .trustPolicy
        report.find(
            "\(names[0]) can assume \(rest.joined(separator: ", which can assume ")), which leads back to it",
            at: .field(address, field),
            notes: zip(circle, circle.dropFirst() + [first]).map { actor, agency in
                ("`agency/\(actor)` can assume `agency/\(agency)`", .object(Address(.agency, agency)))
            }, help: "let one of them trust the other no longer")
    }
}

/// Which agencies each agency can assume: asked of the documents of the one and the trust of the other.
private func assumeEdges(_ account: LintedAccount) -> [String: [String]] {
    let access = account.access
    let open = access.facts.agencies.keys.sorted().filter { agency in
        // Most agencies are a service's or another account's.
        access.trusts[agency]?.statements.contains { statement in
            statement.effect == .allow
                && statement.principals?.entries.allSatisfy { entry in
                    if case .named("Service", _) = entry { true } else { false }
                } != true
        } ?? false
    }
    var edges: [String: [String]] = [:]
    for actor in open {
        let address = Address(.agency, actor)
        let policies = access.effectivePolicies(of: address)
        if policies.set.statements.isEmpty { continue }
        let found = open.filter { agency in
            let question = AccessQuestion(address, action: "", at: account.asOf)
            return agency != actor
                && access.assume(agency, as: address, question, policies).verdict == .allowed
        }
        if !found.isEmpty { edges[actor] = found }
    }
    return edges
}

/// The agencies of the shortest circle through one, in order.
private func shortestCircle(from first: String, _ edges: [String: [String]]) -> [String]? {
    var paths = [[first]]
    var seen: Set<String> = [first]
    while !paths.isEmpty {
        let path = paths.removeFirst()
        for next in path.last.flatMap({ edges[$0] }) ?? [] {
            if next == first { return path }
            if seen.insert(next).inserted { paths.append(path + [next]) }
        }
    }
    return nil
}
