internal import WritDiagnostics

extension Rule {
    /// A statement allows stopping or erasing the audit trail, on every resource and without a condition.
    static let auditTrailControl = Rule(
        "SEC017", "audit-trail-control", .high,
        page: RulePage(
            summary:
                "A statement allows stopping or erasing the audit trail, on every resource and without a condition.",
            why: """
                What is done after the trail is stopped leaves no trace, and nobody can tell later what was done.
                """,
            avoid: #"""
                Effect: Allow
                Action: ["cts:tracker:delete"]
                """#,
            prefer: #"""
                Effect: Allow
                Action: ["cts:tracker:get"]
                """#,
            references: ["Prowler"]),
        check: .statement(of: .reaches(.audit), inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    report.find(
        .audit, "can stop or erase the audit trail", in: statement, policy, label: "stops or erases records",
        help: "leave it to the administrators of the audit trail")
}
