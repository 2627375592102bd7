internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A Deny that its holder can get around by the resource's own policy.
    static let rewritableResourcePolicy = Rule(
        "SEC022", "rewritable-resource-policy", .high,
        page: RulePage(
            summary:
                "A document denies data actions on a resource, but allows replacing the policy of the resource.",
            why: """
                The holder can write into the resource's policy that somebody else may do what is denied here. The Deny only looks like \
                a protection.
                """,
            avoid: #"""
                - {Effect: Allow, Action: ["obs:bucket:PutBucketPolicy"]}
                - {Effect: Deny, Action: ["obs:object:DeleteObject"], Resource: ["obs:*:*:object:ledger/*"]}
                """#,
            prefer: #"""
                - Effect: Deny
                  Action: ["obs:object:DeleteObject", "obs:bucket:PutBucketPolicy"]
                  Resource: ["obs:*:*:object:ledger/*", "obs:*:*:bucket:ledger"]
                """#,
            references: ["parliament RESOURCE_POLICY_PRIVILEGE_ESCALATION"]),
        check: .statement(of: .denies, inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard let reading = statement.reading, reading.effect == .deny, reading.conditions.isEmpty,
        policy.kind == .identity, let entries = reading.actions.included
    else { return }
    for entry in entries {
        guard let service = entry.glob.actionService else { continue }
        let writing = policy.dialect.actions(.resourcePolicy).names.filter {
            $0.lowercased().hasPrefix(service + ":")
        }
        for resource in resources(reading, policy.dialect) {
            guard let way = writing.first(where: { isAllowed($0, on: resource, policy) }) else { continue }
            report.find(
                "`\(entry.text)` is denied, but `\(way)` is allowed on the same resource", at: entry.path,
                of: policy, label: "can be given back by the resource's policy", help: "deny `\(way)` as well"
            )
            return
        }
    }
}

private func isAllowed(_ action: String, on resource: String, _ policy: LintedPolicy) -> Bool {
    policy.set.decide(Request(action: action, resource: resource)).verdict == .allowed
}

/// The resources of a Deny, and what holds them: of an object its bucket.
private func resources(_ statement: Statement, _ dialect: Dialect) -> [String] {
    guard let included = statement.resources.included else { return [""] }
    return included.flatMap { pattern -> [String] in
        let whole = pattern.example
        guard let slash = whole.firstIndex(of: "/") else { return [whole] }
        let bucket = whole[..<slash]
        guard dialect == .huawei else { return [whole, String(bucket)] }
        var segments = bucket.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        if segments.count == 5 { segments[3] = "bucket" }
        return [whole, segments.joined(separator: ":")]
    }
}
