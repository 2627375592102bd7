internal import WritDiagnostics

extension Rule {
    /// A statement hands every agency to services.
    static let unlimitedPassAgency = Rule(
        "SEC020", "unlimited-pass-agency", .high,
        page: RulePage(
            summary: "A statement allows handing agencies or roles to services without naming them.",
            why: """
                Whoever may start a server or a function then runs code as any agency that trusts the service, also as the strongest \
                one.
                """,
            avoid: #"""
                Effect: Allow
                Action: ["iam:agencies:pass"]
                Resource: ["*"]
                """#,
            prefer: #"""
                Effect: Allow
                Action: ["iam:agencies:pass"]
                Resource: ["iam::*:agency:batch-servers"]
                """#,
            references: [
                "AWS Access Analyzer: PassRole with star in resource, with NotAction, with NotResource",
                "cloudsplaining", "Checkov CKV_AWS_110",
            ]),
        check: .statement(of: [.reaches(.passAgency), .excludes], inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    for reached in statement.anywhere(.passAgency, in: policy, "hands over agencies on") {
        report.find(
            reached.sentence, at: reached.path, of: policy, key: reached.isKey, label: "any agency",
            help: "name the agencies, and the service with a condition where the vendor has a key for it")
    }
}
