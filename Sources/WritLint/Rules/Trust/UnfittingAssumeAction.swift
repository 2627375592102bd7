internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// An action that nobody whom the statement names can call.
    static let unfittingAssumeAction = Rule(
        "TRU009", "unfitting-assume-action", .error,
        page: RulePage(
            summary: "A trust policy allows a way of assuming that none of its principals has.",
            why: """
                Accounts and services assume directly, users of an identity provider with their token. The wrong action lets nobody in.
                """,
            avoid: #"""
                Effect: Allow
                Principal: {AWS: "arn:aws:iam::012345678901:root"}
                Action: sts:AssumeRoleWithSAML
                """#,
            prefer: #"""
                Effect: Allow
                Principal: {AWS: "arn:aws:iam::012345678901:root"}
                Action: sts:AssumeRole
                """#,
            references: ["AWS Access Analyzer: mismatched action for principal", "iam-policy-validator"]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard policy.kind == .trust, statement.letsIn, let reading = statement.reading else { return }
    let principals = statement.principals
    guard !principals.isEmpty, !principals.contains(where: { $0.entry == .anybody }) else { return }
    for pattern in reading.actions.included ?? [] {
        guard let isFederated = policy.dialect.assumesByToken(pattern.glob),
            !principals.contains(where: { $0.entry.isProvider == isFederated })
        else { continue }
        let who = isFederated ? "accounts and services" : "an identity provider"
        let name = policy.dialect.assumingAction(byToken: !isFederated)
        report.find(
            "`\(pattern.text)` is no way in for \(who), whom the statement names", at: pattern.path,
            of: policy,
            label: "nobody can use it", help: "write `\(name)`")
    }
}

extension Dialect {
    /// Whether an action is a way in with a token of an identity provider; `nil` for other actions and for patterns.
    fileprivate func assumesByToken(_ glob: Glob) -> Bool? {
        guard glob.isLiteral else { return nil }
        let names = actions(.assumeAgency).matching(glob)
        guard let name = names.first?.lowercased() else { return nil }
        return name.contains("with")
    }

    /// The usual action of that sort.
    fileprivate func assumingAction(byToken: Bool) -> String {
        let names = actions(.assumeAgency).names
        return names.first { $0.lowercased().contains("with") == byToken } ?? names.first ?? ""
    }
}
