internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A service prefix that the catalogue does not have.
    static let unknownService = Rule(
        "CAT001", "unknown-service", .medium,
        page: RulePage(
            summary: """
                An action names a service that the catalogue does not have. Where not all services are listed, only a slip of a \
                known name is reported. The catalogues cover: \(Dialect.coverage(of: Dialect.allCases)).
                """,
            why: """
                No request is of such a service: an Allow gives nothing, a Deny denies nothing. A service that is newer than the \
                catalogue is no mistake, which is why this is no error; `CAT010` tells the catalogue's age. Without \
                a name that is near the weight is low.
                """,
            avoid: #"Action: ["esc:servers:get"]"#,
            prefer: #"Action: ["ecs:servers:get"]"#,
            references: [
                "parliament UNKNOWN_PREFIX", "cfn-lint W3037",
                "AWS Access Analyzer: invalid service in action",
            ]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    let catalog = ActionCatalog.of(policy.dialect)
    let source = policy.dialect.catalogSource
    var said: Set<String> = []
    for pattern in policy.catalogPatterns[statement.index] {
        guard let prefix = pattern.prefix, !prefix.isEmpty, pattern.service == nil,
            said.insert(prefix.lowercased()).inserted
        else { continue }
        let near = nearService(prefix.lowercased(), catalog, limit: source.isComplete ? 2 : 1)
        guard source.isComplete || near != nil else { continue }
        report.find(
            source.isComplete
                ? "the catalogue of \(source.day) has no service `\(prefix)`"
                : "`\(prefix)` is no service that is known, and nearly one that is: not all services are listed",
            at: pattern.pattern.path, of: policy, label: "unknown service",
            help: near.map { "did you mean `\($0)`?" }, severity: near == nil ? .low : .medium)
    }
}

/// A service that the prefix may be a slip of. Short names are near to each other, so that only two letters that changed places count there.
private func nearService(_ prefix: String, _ catalog: ActionCatalog, limit: Int) -> String? {
    let letters = prefix.utf8.sorted()
    return nearestName(
        to: prefix,
        among: catalog.services.filter { name in
            guard abs(name.utf8.count - prefix.utf8.count) <= 2 else { return false }
            if name.utf8.count == letters.count, name.utf8.sorted() == letters { return true }
            return min(name.utf8.count, prefix.utf8.count) > 4 && editDistance(name, prefix) <= limit
        })
}
