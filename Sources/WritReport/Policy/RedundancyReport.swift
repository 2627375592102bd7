package import WritModel
package import WritPolicy

/// What could be left out of some policies, each by itself.
package struct RedundancyReport: Sendable {
    /// A policy and what of it could be left out.
    package struct Policy: Sendable {
        /// Of its file.
        package var name: String
        /// What is looked at.
        package var set: PolicySet
        /// Statements that others make needless, or that do nothing here.
        package var statements: [Redundancy]
        /// Entries that others of their list hold.
        package var entries: [RedundantEntry]
    }

    /// In the order in which they were given.
    package let policies: [Policy]
    /// Policies that add nothing beside another one.
    package let overlaps: [PolicyOverlap]

    /// Looks for what could be left out of each policy, and for policies that add nothing beside others.
    package init(_ policies: [(name: String, set: PolicySet)]) {
        self.policies = policies.map { name, set in
            Policy(
                name: name, set: set, statements: redundantStatements(in: set),
                entries: redundantEntries(in: set))
        }
        overlaps = overlappingPolicies(policies.map(\.set))
    }

    /// Whether something could be left out without changing what anybody may do. A Deny without effect in its own policy may guard against others.
    package var hasFindings: Bool {
        !overlaps.isEmpty
            || policies.contains { policy in
                !policy.entries.isEmpty || policy.statements.contains { $0.ground != .withoutEffect }
            }
    }
}

/// The report for people: by policy, then what is between policies.
package func render(_ report: RedundancyReport, style: Style) -> String {
    var text = ""
    for policy in report.policies {
        let lines =
            policy.statements.map { line($0, in: policy.set) }
            + policy.entries.map { line($0, in: policy.set) }
        if lines.isEmpty { continue }
        text += style.paint(terminalSafe(policy.name), .strong) + "\n"
        for line in lines { text += "  \(terminalSafe(line))\n" }
    }
    for overlap in report.overlaps {
        let inner = terminalSafe(report.policies[overlap.inner].name)
        let outer = terminalSafe(report.policies[overlap.outer].name)
        text +=
            overlap.isEqual
            ? "\(style.paint(inner, .strong)) means the same as \(outer)\n"
            : "\(style.paint(inner, .strong)) adds nothing beside \(outer)\n"
    }
    return text.isEmpty ? "nothing could be left out\n" : text
}

private func line(_ redundancy: Redundancy, in set: PolicySet) -> String {
    let name = statementName(redundancy.statement, in: set)
    switch redundancy.ground {
    case .covered: return "\(name) adds no access: other statements give all of it"
    case .shadowed: return "\(name) gives no access: a Deny refuses all of it"
    case .withoutEffect:
        return "\(name) refuses nothing that this policy gives; it may guard against others"
    }
}

private func line(_ entry: RedundantEntry, in set: PolicySet) -> String {
    let name = statementName(entry.statement, in: set)
    return entry.text == entry.coveredBy
        ? "\(name): `\(entry.text)` stands twice" : "\(name): `\(entry.text)` lies in `\(entry.coveredBy)`"
}

private func statementName(_ id: Int, in set: PolicySet) -> String {
    let statement = set.statements[id]
    return "statement \(statement.index + 1)" + (statement.sid.map { " `\($0)`" } ?? "")
}

/// `{"policies":[{"name","statements","entries"}],"overlaps":[{"policy","beside","equal"}]}`.
package func json(_ report: RedundancyReport) -> JSONValue {
    let policies = report.policies.map { policy -> JSONValue in
        [
            "name": .string(policy.name),
            "statements": .array(
                policy.statements.map { redundancy in
                    [
                        "statement": .integer(policy.set.statements[redundancy.statement].index),
                        "ground": .string(redundancy.ground.rawValue),
                    ]
                }),
            "entries": .array(
                policy.entries.map { entry in
                    [
                        "statement": .integer(policy.set.statements[entry.statement].index),
                        "path": .string(entry.path.description), "entry": .string(entry.text),
                        "coveredBy": .string(entry.coveredBy),
                    ]
                }),
        ]
    }
    let overlaps = report.overlaps.map { overlap -> JSONValue in
        [
            "policy": .string(report.policies[overlap.inner].name),
            "beside": .string(report.policies[overlap.outer].name), "equal": .boolean(overlap.isEqual),
        ]
    }
    return ["policies": .array(policies), "overlaps": .array(overlaps)]
}
