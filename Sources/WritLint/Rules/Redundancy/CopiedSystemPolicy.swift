internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A policy of one's own that the vendor has already.
    static let copiedSystemPolicy = Rule(
        "RED010", "copied-system-policy", .info, dialects: [.huawei],
        page: RulePage(
            summary: "A policy means the same as one that is built into the cloud.",
            why:
                "The vendor keeps its own policies up to date as services gain operations; a copy stays behind.",
            avoid: #"Action: ["iam:*:get*", "iam:*:list*", "iam:*:check*"]"#,
            prefer: "policies: [{system: IAM ReadOnlyAccess}]",
            references: ["Huawei Cloud: system-defined permissions"]),
        check: .policy(inspect))
}

private func inspect(_ policy: LintedPolicy, _ report: inout Report) {
    guard policy.kind == .identity, !policy.set.statements.isEmpty,
        // None of the built-in ones denies anything.
        policy.set.statements.allSatisfy({ $0.effect == .allow })
    else { return }
    for (name, set) in systemPolicies where areEqual(set, policy.set) {
        let message = "the policy means the same as the system policy `\(name)`"
        let help = "attach `{system: \(name)}` instead"
        if let address = policy.object?.address {
            report.find(message, at: .object(address), help: help)
        } else {
            report.find(message, at: ElementPath(), of: policy, help: help)
        }
        return
    }
}

private let systemPolicies: [(name: String, set: PolicySet)] = SystemPolicies.all
    .sorted { $0.key < $1.key }.map { name, document in
        (name, PolicySet([readPolicy(document.json, dialect: .huawei)]))
    }
