internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A condition key that no request of the statement has.
    static let foreignConditionKey = Rule(
        "CAT008", "foreign-condition-key", .medium, dialects: [.aws, .huawei, .volcengine],
        page: RulePage(
            summary: """
                A condition key of a service that no request of the statement's actions has: for AWS by the catalogue, for the \
                others where the key is of another service than all the actions.
                """,
            why:
                "The condition is as for an absent key: an Allow gives nothing, a Deny denies nothing, and a negated one limits nothing.",
            avoid: #"""
                Action: ["ecs:servers:get"]
                Condition: {StringEquals: {"obs:prefix": ["logs/"]}}
                """#,
            references: ["parliament UNKNOWN_CONDITION_FOR_ACTION"]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard statement.listsConditionedActions else { return }
    let patterns = policy.catalogPatterns[statement.index]
    let prefixes = patterns.compactMap { $0.prefix?.lowercased() }
    guard prefixes.count == patterns.count else { return }
    for condition in statement.conditions {
        let key = condition.meaning.key
        guard let colon = key.firstIndex(of: ":"), !key.hasPrefix(policy.dialect.globalPrefix),
            !isOfSession(key)
        else { continue }
        let owner = String(key[..<colon])
        guard let service = ActionCatalog.of(policy.dialect).service(owner) else { continue }
        if policy.dialect == .aws {
            // A key that no action has in the catalogue is newer than it.
            guard service.hasKey(key), patterns.lack(key) else { continue }
        } else if prefixes.contains(owner) {
            continue
        }
        report.find(
            "no action of the statement has the key `\(condition.meaning.keyName)`", at: condition.path,
            of: policy, key: true, label: "never there", help: "use a key that the actions have")
    }
}

extension [CatalogPattern] {
    /// Whether no request of these has a condition key, in lower case; `false` where not all of them are known.
    func lack(_ key: String) -> Bool {
        allSatisfy { pattern in
            guard let service = pattern.service, service.isWhole,
                !service.hasKey(key, inActionsMatching: pattern.name)
            else { return false }
            return service.hasAction(matching: pattern.name)
        }
    }
}

/// Whether a key is about who calls or how they signed in, which a request of any service may have.
private func isOfSession(_ key: String) -> Bool {
    sessionKeys.contains(key) || ["sts:", "saml:", "iam:resourceisrootuser"].contains { key.hasPrefix($0) }
}

private let sessionKeys: Set<String> = [
    "ec2:roledelivery", "ec2:sourceinstancearn", "ec2:sourceinstanceid", "glue:roleassumedby",
    "glue:credentialissuingservice", "lambda:sourcefunctionarn", "ssm:sourceinstancearn",
    "identitystore:userid", "codebuild:buildarn", "codebuild:projectarn",
    "bedrock-agentcore:inboundjwtclaim/iss", "kms:viaservice",
]
