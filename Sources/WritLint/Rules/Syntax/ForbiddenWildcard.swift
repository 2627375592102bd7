internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// A wildcard where the dialect has none.
    static let forbiddenWildcard = Rule(
        "SYN017", "forbidden-wildcard", .error,
        page: RulePage(
            summary:
                "An action has a wildcard in the name of its service, or a `?` where that is no wildcard.",
            why: """
                The vendor refuses the document, or reads the wildcard as a character and the entry matches nothing. JD Cloud \
                knows `*` alone.
                """,
            avoid: "Action: [\"e*s:servers:get\"]",
            prefer: "Action: [\"ecs:servers:get\"]",
            references: [
                "AWS IAM Access Analyzer: Wildcard in service name", "Huawei Cloud IAM error IAM.1036",
                "JD Cloud IAM: policy grammar", "Tencent Cloud CAM policy analyzer",
            ]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    let facts = statement.facts
    let possible: TextFacts = policy.dialect == .jd ? [.wildService, .odd, .question] : [.wildService, .odd]
    for element in facts.actions.isDisjoint(with: possible) ? [] : statement.actionElements {
        for (text, path) in element.texts where text.utf8.contains(where: isWildcard) {
            guard let problem = actionProblem(text, policy) else { continue }
            report.find(
                problem.message, at: path, of: policy, label: problem.label,
                help: problem.label == questionMark
                    ? "write each name, or `*`" : "name each service in an entry of its own")
        }
    }
    guard policy.dialect == .jd, facts.resources.contains(.question) else { return }
    for element in statement.resourceElements {
        for (text, path) in element.texts where text.contains("?") {
            report.find(
                "`\(text)` has a `?`, which is a character in JD Cloud", at: path, of: policy,
                label: questionMark, help: "write each name, or `*`")
        }
    }
}

private func isWildcard(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?") }

private let questionMark = "`?` is no wildcard"

private func actionProblem(_ text: String, _ policy: LintedPolicy) -> (message: String, label: String)? {
    if policy.dialect == .jd, text.contains("?") {
        return ("`\(text)` has a `?`, which is a character in JD Cloud", questionMark)
    }
    let segments = text.split(separator: ":", omittingEmptySubsequences: false)
    guard segments.count > 1, let service = segments.first,
        service.contains(where: { $0 == "*" || $0 == "?" })
    else { return nil }
    switch policy.dialect {
    // Volcengine's page allows wildcards in actions and does not say where.
    case .volcengine: return nil
    case .huawei:
        // Huawei's own policies say `*:*:get*`.
        if service == "*", segments[1].allSatisfy({ $0 == "*" }) { return nil }
    case .aws, .jd:
        if text == "*:*" { return nil }
    }
    return ("`\(text)` has a wildcard in the name of its service", "`\(service)` is no service")
}
