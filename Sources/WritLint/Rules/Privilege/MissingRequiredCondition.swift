internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// An action without the condition that the site asks for.
    static let missingRequiredCondition = Rule(
        "SEC014", "missing-required-condition", .high,
        options: [
            RuleOption(
                "required", .texts([]),
                "Which key has to be asked where an action is allowed, as `ACTION needs KEY`; the action may be a pattern."
            )
        ],
        page: RulePage(
            summary: "A statement allows an action without the condition that the site's list asks for.",
            why: """
                Some actions are only safe within limits that are not in their resource: which service an agency is handed to, which \
                network a call comes from.
                """,
            avoid: #"""
                # required: ["iam:PassRole needs iam:PassedToService"]
                Effect: Allow
                Action: ["iam:PassRole"]
                Resource: ["arn:aws:iam::*:role/batch"]
                """#,
            prefer: #"""
                Effect: Allow
                Action: ["iam:PassRole"]
                Resource: ["arn:aws:iam::*:role/batch"]
                Condition: {StringEquals: {"iam:PassedToService": ["ec2.amazonaws.com"]}}
                """#,
            references: ["iam-policy-validator", "AWS Access Analyzer"]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    let required = report.texts("required")
    guard !required.isEmpty, let reading = statement.reading, reading.effect == .allow,
        policy.kind == .identity
    else { return }
    for entry in required.map({ SiteListEntry($0, word: "needs") }) {
        guard let key = entry.second, !isAsked(key, in: reading) else { continue }
        guard let allowed = entryAllowing(entry.first, in: reading, policy) else { continue }
        let path = allowed.path ?? statement.element("NotAction")?.path ?? statement.path
        report.find(
            "`\(entry.first)` is allowed without a condition on `\(key)`", at: path, of: policy,
            key: allowed.path == nil && path != statement.path, label: "`\(key)` is not asked",
            help: "add a condition on `\(key)`")
    }
}

/// Whether a condition asks for the key's value, and not only that it is absent.
private func isAsked(_ key: String, in statement: Statement) -> Bool {
    statement.conditions.contains { condition in
        condition.key == key.lowercased()
            && !(condition.operator.test == .absence && condition.values.contains(.boolean(true)))
    }
}

/// The entry that takes the action, or something that its pattern takes; with no path where no entry has to. `nil` where none does.
private func entryAllowing(
    _ action: String, in statement: Statement, _ policy: LintedPolicy
) -> (path: ElementPath?, text: String)? {
    let wanted = Glob(action).caseFolded
    let example = foldedCase(Array(action.utf8)).map { $0 == UInt8(ascii: "*") ? UInt8(ascii: "x") : $0 }
    if statement.actions.excluded.contains(where: { $0.glob.matches(example) }) { return nil }
    guard let included = statement.actions.included else { return (nil, action) }
    return included.first { pattern in
        pattern.glob.matches(example) || pattern.glob.isLiteral && wanted.matches(pattern.glob.bytes)
    }.map { ($0.path, $0.text) }
}
