internal import WritDiagnostics
internal import WritPolicy

extension Rule {
    /// An Allow for everybody but somebody.
    static let allowNotPrincipal = Rule(
        "TRU008", "allow-not-principal", .high,
        page: RulePage(
            summary: "An Allow names who is left out, and so lets in everybody else.",
            why: "Everybody else is everybody of every account, also those that are not there yet.",
            avoid: #"""
                Effect: Allow
                NotPrincipal: {AWS: "arn:aws:iam::012345678901:user/guest"}
                Action: s3:GetObject
                """#,
            prefer: #"""
                Effect: Allow
                Principal: {AWS: "arn:aws:iam::012345678901:role/reports"}
                Action: s3:GetObject
                """#,
            references: [
                "AWS Access Analyzer: allow with NotPrincipal", "parliament NOTPRINCIPAL_WITH_ALLOW",
                "iam-policy-validator",
            ]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard policy.kind != .identity, statement.reading?.effect == .allow,
        statement.reading?.principals?.isExcluding ?? false, let element = statement.element("NotPrincipal")
    else { return }
    report.find(
        "the statement allows everybody but those in `NotPrincipal`", at: element.path, of: policy, key: true,
        label: "everybody else is let in", help: "list who is allowed in `Principal`")
}
