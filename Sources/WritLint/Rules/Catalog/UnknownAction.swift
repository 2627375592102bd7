internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// An action that its service does not have.
    static let unknownAction = Rule(
        "CAT002", "unknown-action", .medium,
        page: RulePage(
            summary: """
                An action is not among those of its service in the catalogue. Only services that are listed wholly count: \
                those of AWS (\(Dialect.aws.catalogSource.day)), and Huawei's IAM in documents of the older permission model \
                (\(Dialect.huawei.catalogSource.day)).
                """,
            why: """
                No request is of such an action: an Allow gives nothing, a Deny denies nothing. An action that is newer than the \
                catalogue is no mistake, which is why this is no error and is never mended by itself; `CAT010` tells the \
                catalogue's age. Without a name that is near the weight is low.
                """,
            avoid: #"Action: ["iam:users:listUser"]"#,
            prefer: #"Action: ["iam:users:listUsers"]"#,
            references: ["parliament UNKNOWN_ACTION", "AWS Access Analyzer: invalid action"]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    for pattern in policy.catalogPatterns[statement.index] {
        guard pattern.isLiteral, let service = pattern.service, pattern.actions?.isEmpty == true,
            !isOfNewerModel(pattern, policy)
        else { continue }
        let near = nearAction(pattern.writtenName, service)
        report.find(
            "the catalogue of \(policy.dialect.catalogSource.day) has no action `\(pattern.pattern.text)`",
            at: pattern.pattern.path, of: policy, label: "unknown action",
            help: near.map { "did you mean `\(service.prefix):\($0)`?" },
            severity: near == nil ? .low : .medium)
    }
}

/// Whether an action is of Huawei's newer permission model, whose actions are not all known.
func isOfNewerModel(_ pattern: CatalogPattern, _ policy: LintedPolicy) -> Bool {
    guard policy.dialect == .huawei else { return false }
    let name = pattern.writtenName
    return policy.isIdentityModel || name.hasPrefix(":") || name.lowercased().hasSuffix("v5")
}

/// An action that a name may be a slip of: one letter away, or two and of the same verb. A catalogue that is behind invents others.
func nearAction(_ name: String, _ service: CatalogService) -> String? {
    let names = service.actions.map(\.name).filter { other in
        // `ListRulesV2` is no slip of `ListRules`.
        guard abs(other.utf8.count - name.utf8.count) <= 2, other.last?.isNumber == name.last?.isNumber else {
            return false
        }
        let distance = editDistance(name.lowercased(), other.lowercased())
        return distance <= 1 || (distance == 2 && verb(of: other) == verb(of: name))
    }
    return nearestName(to: name, among: names)
}

/// The word that an action starts with, behind its type: `get` of `users:getUser`.
func verb(of name: String) -> String {
    let operation = name.split(separator: ":").last ?? ""
    let rest = operation.dropFirst().prefix { !$0.isUppercase && $0 != "*" && $0 != "?" }
    return (operation.prefix(1) + rest).lowercased()
}
