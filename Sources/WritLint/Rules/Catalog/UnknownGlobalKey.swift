internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A key with the vendor's own prefix that the vendor does not have.
    static let unknownGlobalKey = Rule(
        "CAT009", "unknown-global-key", .error,
        page: RulePage(
            summary: """
                A condition key with the prefix of the vendor's global keys is none of them. A slip of one is an error; another one \
                may be newer than the list and is of medium weight under AWS and Huawei. The lists of JD and Volcengine are not \
                whole: there a slip alone is reported, with medium weight.
                """,
            why:
                "No request has the key: an Allow gives nothing, a Deny denies nothing, and a negated one limits nothing.",
            avoid: #"Condition: {Bool: {"g:MFAPresented": ["true"]}}"#,
            prefer: #"Condition: {Bool: {"g:MFAPresent": ["true"]}}"#,
            references: ["AWS Access Analyzer: invalid global condition key"]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    let isWhole = policy.dialect == .aws || policy.dialect == .huawei
    for condition in statement.conditions {
        let key = condition.meaning.keyName
        guard condition.meaning.key.hasPrefix(policy.dialect.globalPrefix),
            policy.dialect.knownKey(key) == nil, !isTagWithoutKey(condition.meaning.key, policy.dialect),
            !key.contains(where: \.isWhitespace), condition.meaning.key != policy.dialect.globalPrefix
        else { continue }
        let near = nearKey(key, policy.dialect)
        guard isWhole || near != nil else { continue }
        report.find(
            "there is no key `\(key)`", at: condition.path, of: policy, key: true, label: "unknown key",
            help: near.map { "did you mean `\($0)`?" },
            severity: isWhole && near != nil ? .error : .medium)
    }
}

/// A key that a name is a slip of: few letters away, and no more.
private func nearKey(_ key: String, _ dialect: Dialect) -> String? {
    let stem = key.prefix { $0 != "/" }
    let tag = key.dropFirst(stem.count + 1)
    let names = dialect.globalKeys.filter { $0.isFamily == key.contains("/") }.map {
        $0.isFamily ? String($0.name.dropLast()) : $0.name
    }.filter { editDistance($0.lowercased(), stem.lowercased()) <= 2 }
    return nearestName(to: String(stem), among: names).map { tag.isEmpty ? $0 : "\($0)/\(tag)" }
}

private func isTagWithoutKey(_ key: String, _ dialect: Dialect) -> Bool {
    dialect.globalKeys.contains { $0.isFamily && $0.name.lowercased().dropLast() == key[...] }
}
