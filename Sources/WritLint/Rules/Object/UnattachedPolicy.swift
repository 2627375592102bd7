internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A policy that nothing holds.
    static let unattachedPolicy = Rule(
        "OBJ006", "unattached-policy", .low,
        page: RulePage(
            summary:
                "No manifest attaches a policy, and where the live account was observed nothing there holds it either.",
            why: """
                A policy that was written and never attached protects nothing when it denies, and waits to be attached by mistake \
                when it allows. Each counts against the quota of the account.
                """,
            avoid: "kind: Policy\nmetadata: {name: ledger-write}  # and no `policies:` names it",
            references: [
                "Huawei Cloud Config iam-policy-in-use",
                "ScoutSuite iam-managed-policy-no-attachments",
                "Prowler iam_customer_unattached_policy_no_administrative_privileges",
            ]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    let attached = Set(account.knownFacts().attachments.keys.map(\.policy))
    for policy in account.objects(.policy) where !attached.contains(.custom(policy.address.name)) {
        report.find(
            "the policy `\(policy.address.name)` is attached to nothing", at: .object(policy.address),
            help: "attach it, or delete its manifest")
    }
}
