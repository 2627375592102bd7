internal import WritDiagnostics
internal import WritPolicy

extension Rule {
    /// An exclusion of everything, or of nothing that matters.
    static let uselessExclusion = Rule(
        "SEC008", "useless-exclusion", .high,
        page: RulePage(
            summary:
                "`NotAction` or `NotResource` excludes everything, or nothing that keeps anybody from the whole account.",
            why: """
                A statement that excludes everything says nothing: a Deny of that sort denies nothing. One that excludes a service or \
                two allows all that makes an administrator.
                """,
            avoid: #"""
                Effect: Allow
                NotAction: ["billing:*:*"]
                """#,
            prefer: #"""
                Effect: Allow
                Action: ["ecs:*:get*", "ecs:*:list*"]
                """#,
            references: ["iam-policy-validator"]),
        check: .statement(of: .excludes, inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard let reading = statement.reading else { return }
    let everything =
        reading.actions.excluded.first { $0.glob.coversEveryAction(policy.dialect) }.map {
            ($0.text, $0.path)
        }
        ?? reading.resources.excluded.first { $0.isEverything }.map { ($0.text, $0.path) }
    if let (text, path) = everything {
        return report.find(
            "`\(text)` excludes everything, so that the statement is about nothing", at: path, of: policy,
            label: "excludes everything",
            help: "take the statement out, or name what it is not about")
    }
    guard statement.isPlainAllow, policy.kind == .identity,
        let element = [
            reading.actions.excluded.isEmpty ? nil : statement.element("NotAction"),
            reading.resources.excluded.isEmpty ? nil : statement.element("NotResource"),
        ].compactMap(\.self).first
    else { return }
    let isAdministrator = policy.dialect.administration.contains { actions in
        actions.allSatisfy { action in
            let decision = policy.set.decide(Request(action: action))
            return decision.verdict == .allowed
                && decision.deciding.contains { id in
                    policy.set.statements[id] == reading
                }
        }
    }
    guard isAdministrator else { return }
    report.find(
        "what `\(element.name)` excludes leaves all that makes an administrator", at: element.path,
        of: policy,
        key: true, label: "leaves the identity service open", help: "list what is allowed instead")
}
