internal import WritDiagnostics

extension Rule {
    /// A statement allows assuming every agency or role, without a condition.
    static let unlimitedAssume = Rule(
        "SEC027", "unlimited-assume", .high,
        page: RulePage(
            summary: "A statement allows assuming every agency or role, without a condition.",
            why: """
                The holder has what each agency has that trusts the account. New agencies are within reach on the day they are made.
                """,
            avoid: #"""
                Effect: Allow
                Action: ["sts:agencies:assume"]
                Resource: ["*"]
                """#,
            prefer: #"""
                Effect: Allow
                Action: ["sts:agencies:assume"]
                Resource: ["iam::*:agency:deploy"]
                """#,
            references: ["Prowler", "Scout Suite"]),
        check: .statement(of: .reaches(.assumeAgency), inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    report.find(
        .assumeAgency, "leads into every agency", in: statement, policy, label: "every agency",
        help: "name the agencies that may be assumed")
}
