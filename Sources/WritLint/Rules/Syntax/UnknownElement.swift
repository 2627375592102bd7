internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

extension Rule {
    /// An element that no policy of the dialect has.
    static let unknownElement = Rule(
        "SYN002", "unknown-element", .error,
        page: RulePage(
            summary: "A document or a statement has an element that its dialect does not know.",
            why: "The vendor refuses the document, or passes over what was meant to limit it.",
            avoid: "Resources: [\"obs:*:*:bucket:logs\"]",
            prefer: "Resource: [\"obs:*:*:bucket:logs\"]",
            fixSafety: "Unsafe: gives the element the nearest known name, which says more than before.",
            references: [
                "AWS IAM Access Analyzer: Invalid policy element",
                "Huawei Cloud Access Analyzer: INVALID_POLICY_ELEMENT", "parliament MALFORMED",
            ]),
        check: .policy(inspect))
}

private func inspect(_ policy: LintedPolicy, _ report: inout Report) {
    let members = policy.json.members ?? []
    let top = topElements(policy.dialect)
    if members.contains(where: { member in !top.contains { isSameName($0, member.name) } }) {
        inspect(members, at: ElementPath(), top, policy, &report)
    }
    for statement in policy.statements where statement.hasUnknownElement {
        let known = StatementElement.allCases.map(\.rawValue)
        inspect(statement.members, at: statement.path, known, policy, &report)
    }
}

private func topElements(_ dialect: Dialect) -> [String] {
    switch dialect {
    case .aws: ["Version", "Statement", "Id"]
    case .huawei: ["Version", "Statement", "Depends"]
    // Volcengine's documents have no version: another rule says so.
    case .jd, .volcengine: ["Version", "Statement"]
    }
}

private func inspect(
    _ members: [JSONValue.Member], at path: ElementPath, _ known: [String], _ policy: LintedPolicy,
    _ report: inout Report
) {
    let used = Set(members.map { $0.name.lowercased() })
    let names = Set(known.map { $0.lowercased() })
    for member in members where !names.contains(member.name.lowercased()) {
        let near = nearestName(to: member.name, among: known.filter { !used.contains($0.lowercased()) })
        let place = path.member(member.name)
        report.find(
            path.steps.isEmpty
                ? "\(policy.dialect.rawValue) policies have no element `\(member.name)`"
                : "a statement has no element `\(member.name)`",
            at: place, of: policy, key: true,
            help: near.map { "did you mean `\($0)`?" }
                ?? "take it out: " + known.map { "`\($0)`" }.joined(separator: ", ") + " are the elements",
            fix: near.map {
                Fix("name it `\($0)`", .unsafe, .document([.rename(place, $0)], of: policy.id))
            })
    }
}
