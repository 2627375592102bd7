internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

extension Rule {
    /// An element that this sort of policy cannot have, or lacks.
    static let misplacedElement = Rule(
        "SYN010", "misplaced-element", .error,
        page: RulePage(
            summary:
                "A statement has an element that its sort of policy cannot have, or lacks one that it needs.",
            why: """
                An identity policy holds for whoever has it and names no principal; a trust policy is about the agency itself \
                and names no resource. The vendor refuses the document, so that nothing in it holds.
                """,
            avoid: "{Effect: Allow, Principal: {IAM: [\"0123\"]}, Action: [\"ecs:servers:get\"]}",
            prefer: "{Effect: Allow, Action: [\"ecs:servers:get\"]}",
            fixSafety: "Unsafe: takes the element out, and with it whatever it was meant to say.",
            references: [
                "AWS IAM Access Analyzer: Unsupported principal, Role trust policy syntax error resource",
                "Huawei Cloud Access Analyzer: UNSUPPORTED_PRINCIPAL",
                "Huawei Cloud IAM errors IAM.1025, IAM.1032",
            ]),
        check: .policy(inspect))
}

private func inspect(_ policy: LintedPolicy, _ report: inout Report) {
    if let depends = policy.element("Depends"), policy.form == .huaweiIdentity {
        report.find(
            "`Depends` belongs to Huawei's roles, not to policies of version 5.0", at: depends.path,
            of: policy, key: true, help: "take it out", fix: removal(of: depends, policy))
    }
    let misplaced = StatementElement.allCases.filter { $0 != .sid && severity(of: $0, in: policy) != nil }
    for statement in policy.statements where !statement.members.isEmpty {
        inspect(statement, misplaced, policy, &report)
    }
}

private func inspect(
    _ statement: LintedStatement, _ misplaced: [StatementElement], _ policy: LintedPolicy,
    _ report: inout Report
) {
    let kind = policy.kind
    if kind != .identity, !statement.has(.principal), !statement.has(.notPrincipal) {
        report.find(
            "the statement of a \(kind.rawValue) policy has no `Principal`", at: statement.path, of: policy,
            help: "say whom the statement is about")
    }
    for element in misplaced.contains(where: statement.has) ? statement.elements : [] {
        guard let known = StatementElement(named: element.name), misplaced.contains(known),
            let severity = severity(of: known, in: policy)
        else { continue }
        report.find(
            "\(policy.formWords) have no `\(element.name)` in \(kind.rawValue) policies", at: element.path,
            of: policy, key: true, help: "take it out", fix: removal(of: element, policy), severity: severity)
    }
    if policy.form == .huaweiPolicy, let negated = statement.element(.notAction),
        statement.element(.effect)?.value.string?.lowercased() == "allow"
    {
        report.find(
            "policies of version 1.1 take `NotAction` only beside `Deny`", at: negated.path, of: policy,
            key: true, help: "list what is allowed in `Action`")
    }
}

/// What the element weighs there; `nil` where it may stand.
private func severity(of element: StatementElement, in policy: LintedPolicy) -> LintSeverity? {
    let isPrincipal = element == .principal || element == .notPrincipal
    guard let form = policy.form else { return isPrincipal && policy.kind == .identity ? .error : nil }
    // A form that has no such policies at all is the version's problem.
    guard form.has(policy.kind) else { return nil }
    if policy.kind == .trust, element == .resource || element == .notResource {
        switch policy.dialect {
        case .aws: return .error
        // Volcengine's page shows none and does not say what one would do.
        case .volcengine: return .medium
        case .huawei, .jd: break
        }
    }
    guard !form.has(element, in: policy.kind) else { return nil }
    // Volcengine's page denies conditions in trust policies, and a guide of a partner uses one.
    return element == .condition ? .medium : .error
}

private func removal(of element: LintedElement, _ policy: LintedPolicy) -> Fix {
    Fix("take `\(element.name)` out", .unsafe, .document([.remove(element.path)], of: policy.id))
}
