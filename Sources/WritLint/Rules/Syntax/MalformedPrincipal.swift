internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A principal that the vendor makes nothing of.
    static let malformedPrincipal = Rule(
        "SYN023", "malformed-principal", .error,
        page: RulePage(
            summary:
                "A principal is of a sort that the dialect does not have, or is not written as that sort's names are.",
            why: """
                The vendor refuses the document; where it does not, the principal is nobody, and a wildcard in a name is a \
                character: nobody is called `user-*`.
                """,
            avoid: "Principal: {IAM: [\"iam::0123:user:ci-*\"]}",
            prefer: """
                Principal: {IAM: ["0123"]}
                Condition: {StringMatch: {"g:PrincipalUrn": ["iam::0123:user:ci-*"]}}
                """,
            fixSafety: "Unsafe: gives the sort the nearest known name.",
            references: [
                "AWS IAM Access Analyzer: Invalid principal format, Invalid principal key, "
                    + "Unsupported wildcard in principal, Invalid service principal format",
                "Huawei Cloud IAM: JSON elements, Principal", "parliament UNKNOWN_PRINCIPAL",
            ]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    // In an identity policy the element itself is wrong.
    guard policy.kind != .identity else { return }
    for element in statement.principalElements {
        switch element.value {
        case .string("*"): continue
        case .string(let text) where policy.dialect == .jd:
            inspect(text, at: element.path, policy.dialect.accountSort, policy, &report)
        case .object:
            for sort in element.members { inspect(sort, policy, &report) }
        case .null, .boolean, .number, .string, .array:
            report.find(
                "`\(element.name)` takes `\"*\"` or an object from sort to names", at: element.path,
                of: policy, help: "write `{\(policy.dialect.accountSort): [...]}`")
        }
    }
}

private func inspect(_ element: LintedElement, _ policy: LintedPolicy, _ report: inout Report) {
    guard let sort = policy.dialect.principalSort(element.name) else {
        let near = nearestName(
            to: element.name, among: sorts.filter { policy.dialect.principalSort($0) != nil })
        return report.find(
            "\(policy.dialect.rawValue) has no principals of the sort `\(element.name)`", at: element.path,
            of: policy, key: true, help: near.map { "did you mean `\($0)`?" },
            fix: near.map {
                Fix("name it `\($0)`", .unsafe, .document([.rename(element.path, $0)], of: policy.id))
            })
    }
    if element.texts.isEmpty, element.value != .array([]) {
        return report.find("`\(element.name)` takes a list of texts", at: element.path, of: policy)
    }
    // Providers are another rule's.
    guard sort != "Federated" else { return }
    for (text, path) in element.texts { inspect(text, at: path, sort, policy, &report) }
}

private let sorts = ["AWS", "IAM", "JDCloud", "Service", "Federated", "CanonicalUser"]

private func inspect(
    _ text: String, at path: ElementPath, _ sort: String, _ policy: LintedPolicy, _ report: inout Report
) {
    if text == "*" || text.isEmpty { return }
    if text.contains("*") {
        return report.find(
            "`\(text)` has a wildcard, which is a character in a principal", at: path, of: policy,
            help: "name the account, and compare the caller's name in a condition")
    }
    let isGood =
        sort == "Service" ? isService(text, policy.dialect) : isAccountName(text, sort, policy.dialect)
    guard !isGood else { return }
    report.find(
        "`\(text)` is no principal of the sort `\(sort)`", at: path, of: policy,
        help: "write " + shape(sort, policy.dialect))
}

private func isService(_ text: String, _ dialect: Dialect) -> Bool {
    switch dialect {
    case .aws:
        text.hasSuffix(".amazonaws.com") || text.hasSuffix(".amazonaws.com.cn")
            || text.hasSuffix(".amazon.com") || text.hasSuffix(".aws.internal")
    case .huawei: text.hasPrefix("service.")
    case .jd: text.hasSuffix(".jdcloud.com")
    case .volcengine: !text.contains(":") && !text.contains(".")
    }
}

private func isAccountName(_ text: String, _ sort: String, _ dialect: Dialect) -> Bool {
    let isNumber = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    let segments = text.split(separator: ":", omittingEmptySubsequences: false)
    switch dialect {
    case .aws:
        // A canonical user, and what a deleted principal leaves behind: ids of one word.
        if sort != "AWS" || (!text.contains(":") && !isNumber) { return !text.contains(":") }
        if isNumber { return text.utf8.count == 12 }
        return segments.count >= 6 && segments[0] == "arn" && ["iam", "sts"].contains(segments[2])
    // Huawei's page names accounts; whether names of users count is open.
    case .huawei: return !text.contains(":") || (segments.count == 5 && ["iam", "sts"].contains(segments[0]))
    case .jd:
        if isNumber { return text.utf8.count == 12 }
        return segments.count == 5 && segments[0] == "jrn" && segments[1] == "iam"
    case .volcengine:
        return isNumber
            || (segments.count == 5 && segments[0] == "trn" && ["iam", "sts"].contains(segments[1]))
    }
}

private func shape(_ sort: String, _ dialect: Dialect) -> String {
    switch (dialect, sort) {
    case (.aws, "Service"): "`service.amazonaws.com`"
    case (.huawei, "Service"): "`service.Name`"
    case (.jd, "Service"): "`service.jdcloud.com`"
    case (_, "Service"): "the code of the service, such as `ecs`"
    case (.aws, "CanonicalUser"): "the user's canonical id"
    case (.aws, _): "an account of 12 digits, or `arn:aws:iam::account:user/name`"
    case (.huawei, _): "the id of an account"
    case (.jd, _): "an account of 12 digits, or `jrn:iam::account:user/name`"
    case (.volcengine, _): "an account, or `trn:iam::account:user/name`"
    }
}
