internal import WritDiagnostics
internal import WritPolicy

extension Rule {
    /// Changes of machines, networks and databases everywhere.
    static let unlimitedInfrastructure = Rule(
        "SEC012", "unlimited-infrastructure", .low,
        page: RulePage(
            summary:
                "A statement allows changing machines, networks or databases on every resource and without a condition.",
            why: """
                A job for one system can then take down the systems of all others, and a stolen key can run machines on the account's \
                bill.
                """,
            avoid: #"""
                Effect: Allow
                Action: ["vpc:*:create*"]
                """#,
            prefer: #"""
                Effect: Allow
                Action: ["vpc:*:create*"]
                Condition: {StringEquals: {"g:EnterpriseProjectId": ["payments"]}}
                """#,
            references: ["cloudsplaining Infrastructure Modification", "Checkov CKV_AWS_111, CKV_AWS_290"]),
        check: .statement(of: .changesInfrastructure, inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard statement.isPlainAllow else { return }
    let found = statement.entries(.changesInfrastructure, in: policy)
    guard let first = found.first else { return }
    let change = found.count > 1 ? " and \(found.count - 1) more of the statement change" : " changes"
    report.find(
        "`\(first.text)`\(change) infrastructure on every resource", at: first.path, of: policy,
        label: "on every resource",
        help: "name the resources, or add a condition such as the project or a tag")
}
