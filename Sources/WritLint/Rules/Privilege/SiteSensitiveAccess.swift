internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// Access that the site keeps for few.
    static let siteSensitiveAccess = Rule(
        "SEC013", "site-sensitive-access", .high,
        options: [
            RuleOption(
                "access", .texts([]),
                "What no other policy may give, as `ACTION on RESOURCE`; without `on RESOURCE` for any resource."
            ),
            RuleOption("policies", .texts([]), "The names of the policies that may give it."),
        ],
        page: RulePage(
            summary: "A policy gives access that the site's list keeps for others.",
            why: """
                What is most worth protecting at a site no rule can know. The list says it, and the comparison proves it: also through \
                wildcards, `NotAction` and conditions.
                """,
            avoid: #"""
                # access: ["kms:cmk:decryptData on kms:*:*:KeyId:prod"]
                Effect: Allow
                Action: ["kms:*:*"]
                """#,
            prefer: #"""
                Effect: Allow
                Action: ["kms:*:*"]
                Resource: ["kms:*:*:KeyId:test"]
                """#,
            references: ["parliament SENSITIVE_ACCESS", "Huawei Cloud Config: blocked KMS actions"]),
        check: .policy(inspect))
}

private func inspect(_ policy: LintedPolicy, _ report: inout Report) {
    let access = report.texts("access")
    guard !access.isEmpty, policy.kind == .identity, !report.texts("policies").contains(policy.name) else {
        return
    }
    for entry in access.map({ SiteListEntry($0, word: "on") }) {
        let wanted = Glob(entry.first).caseFolded
        // A pattern on either side that is none of the other's business is told apart by its service.
        let mayBe = policy.reading.statements.contains { statement in
            statement.effect == .allow
                && statement.actions.included?.contains { sameService($0.glob, wanted) } ?? true
        }
        guard mayBe else { continue }
        let resources = entry.second.map { [$0] } ?? []
        let answer = gained(
            old: policy.dialect.allowingAllBut([entry.first], on: resources), new: policy.set)
        guard let finding = answer.findings.first else { continue }
        let statement = policy.set.statements[finding.statement]
        let on = entry.second.map { " on `\($0)`" } ?? ""
        report.find(
            "the policy gives `\(entry.first)`\(on), which the site keeps for others",
            at: finding.action?.path ?? statement.path, of: policy,
            label: "gives `\(finding.witness.action)`",
            help: "take the access out, or add the policy to `policies` of the rule")
    }
}

private func sameService(_ a: Glob, _ b: Glob) -> Bool {
    guard let a = a.actionService, let b = b.actionService else { return true }
    return a == b
}
