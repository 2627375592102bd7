internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// An action that is about no resource that the statement lists.
    static let mismatchedResourceType = Rule(
        "CAT006", "mismatched-resource-type", .medium, dialects: [.aws, .huawei],
        page: RulePage(
            summary: """
                An action cannot be used on any of the listed resources: they are of other types. For AWS by the catalogue, for \
                Huawei between buckets and objects of OBS.
                """,
            why:
                "The entry does nothing. Mostly the bucket was listed and its objects forgotten, or the other way round.",
            avoid: #"""
                Action: ["obs:object:GetObject"]
                Resource: ["obs:*:*:bucket:logs"]
                """#,
            prefer: #"""
                Action: ["obs:object:GetObject"]
                Resource: ["obs:*:*:object:logs/*"]
                """#,
            references: [
                "parliament RESOURCE_MISMATCH", "cfn-lint I3510",
                "AWS Access Analyzer: resource type mismatch",
            ]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard let resources = statement.reading?.resources, resources.excluded.isEmpty,
        let included = resources.included, !included.isEmpty,
        !included.contains(where: \.isEverything)
    else { return }
    var listed = ListedResources(included)
    for pattern in policy.catalogPatterns[statement.index] {
        if policy.dialect == .huawei {
            inspectOBS(pattern, included, policy, &report)
            continue
        }
        guard let service = pattern.service, let types = listed.missedTypes(of: pattern) else { continue }
        report.find(
            "`\(pattern.pattern.text)` is about no resource that is listed", at: pattern.pattern.path,
            of: policy, label: "never on these", help: "list \(words(types)) of `\(service.prefix)`")
    }
}

private func inspectOBS(
    _ pattern: CatalogPattern, _ resources: [ResourcePattern], _ policy: LintedPolicy,
    _ report: inout Report
) {
    let bytes = pattern.pattern.glob.bytes
    guard
        let own = ["bucket", "object"].first(where: { bytes.starts(with: "obs:\($0):".utf8) }),
        resources.allSatisfy({ resource in
            guard let segments = resource.segments, segments[0].constant == Glob(literal: "obs"),
                let type = segments[3].constant, type.isLiteral
            else { return false }
            return type == Glob(literal: own == "bucket" ? "object" : "bucket")
        })
    else { return }
    report.find(
        "`\(pattern.pattern.text)` is about no resource that is listed", at: pattern.pattern.path,
        of: policy, label: "never on these", help: "list a resource `obs:*:*:\(own):…`")
}

/// `a bucket or an object`.
private func words(_ names: [String]) -> String {
    names.isEmpty ? "a resource" : "a " + names.prefix(3).joined(separator: " or a ")
}
