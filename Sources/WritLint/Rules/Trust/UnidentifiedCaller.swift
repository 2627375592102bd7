internal import WritDiagnostics
internal import WritPolicy

extension Rule {
    /// Anybody, with a condition that says nothing about who.
    static let unidentifiedCaller = Rule(
        "TRU002", "unidentified-caller", .high,
        page: RulePage(
            summary: "A trust policy names everybody, and its conditions do not say who.",
            why: """
                A time, an address or an agreed word keeps nobody out who knows it: anybody with an account of the vendor's may try.
                """,
            avoid: #"""
                Effect: Allow
                Principal: {AWS: "*"}
                Action: sts:AssumeRole
                Condition: {DateLessThan: {"aws:CurrentTime": "2027-01-01T00:00:00Z"}}
                """#,
            prefer: #"""
                Effect: Allow
                Principal: {AWS: "*"}
                Action: sts:AssumeRole
                Condition: {StringEquals: {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}
                """#,
            references: ["cloudsplaining"]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard policy.kind == .trust, let conditions = statement.reading?.conditions, !conditions.isEmpty,
        !statement.asks(for: callerKeys)
    else { return }
    let keys = Set(conditions.map(\.keyName)).sorted().map { "`\($0)`" }.joined(separator: ", ")
    for principal in statement.openEntries(in: policy) {
        report.find(
            "`\(principal.text)` lets in anybody who meets \(keys), which does not tell who it is",
            at: principal.path, of: policy, label: "anybody",
            help: "name the accounts, or add a condition on the caller's account, organization or name")
    }
}
