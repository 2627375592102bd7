internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A resource that is no name of the dialect.
    static let malformedResource = Rule(
        "SYN019", "malformed-resource", .error,
        page: RulePage(
            summary: "A resource is not written as the dialect's names are: URN, JRN, TRN or ARN.",
            why: """
                Such a name matches no resource. An Allow of it allows nothing; a Deny of it leaves open what it was written \
                to close.
                """,
            avoid: "Resource: [\"obs:*:bucket:logs\"]",
            prefer: "Resource: [\"obs:*:*:bucket:logs\"]",
            fixSafety:
                "Unsafe: puts in the segment that is likely missing, after which the name matches something.",
            references: [
                "AWS IAM Access Analyzer: Missing ARN field, Invalid ARN prefix, Invalid partition",
                "Huawei Cloud IAM errors IAM.1043 to IAM.1047", "parliament INVALID_ARN",
            ]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    for pattern in statement.resourcePatterns where pattern.text != "*" {
        guard let problem = problem(of: pattern, policy.dialect) else { continue }
        // Huawei's object form holds paths.
        if pattern.path.passes("uri") || pattern.text.allSatisfy(\.isWhitespace) { continue }
        report.find(
            "`\(pattern.text)` \(problem)", at: pattern.path, of: policy,
            help: "write " + shape(policy.dialect), fix: fix(pattern, policy))
    }
}

private func problem(of pattern: ResourcePattern, _ dialect: Dialect) -> String? {
    guard let segments = pattern.segments else {
        let count = pattern.text.split(separator: ":", omittingEmptySubsequences: false).count
        return "has \(count) of the \(dialect.resourceSegments) segments of a resource name"
    }
    let isPrefixed = { (names: [Glob], index: Int) in
        guard let glob = segments[index].constant else { return true }
        return names.contains { glob == $0 || glob.matches($0.bytes) }
    }
    switch dialect {
    case .aws:
        if !isPrefixed(arn, 0) { return "does not start with `arn:`" }
        return isPrefixed(partitions, 1) ? nil : "names a partition that AWS does not have"
    case .jd: return isPrefixed(jrn, 0) ? nil : "does not start with `jrn:`"
    case .volcengine: return isPrefixed(trn, 0) ? nil : "does not start with `trn:`"
    case .huawei:
        if segments[0].constant?.bytes.isEmpty ?? false { return "names no service" }
        return segments[3].constant?.bytes.isEmpty ?? false ? "names no type of resource" : nil
    }
}

/// The partitions of AWS, by its reference.
private let partitions = [
    "aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-eusc",
].map(Glob.init(literal:))

private let arn = [Glob(literal: "arn")]
private let jrn = [Glob(literal: "jrn")]
private let trn = [Glob(literal: "trn")]

private func shape(_ dialect: Dialect) -> String {
    switch dialect {
    case .aws: "`arn:partition:service:region:account:resource`"
    case .huawei: "`service:region:account:type:path`"
    case .jd: "`jrn:service:region:account:type/name`"
    case .volcengine: "`trn:service:region:account:path`"
    }
}

/// A URN of four segments most likely lacks its account.
private func fix(_ pattern: ResourcePattern, _ policy: LintedPolicy) -> Fix? {
    let segments = pattern.text.split(separator: ":", omittingEmptySubsequences: false)
    guard policy.dialect == .huawei, pattern.segments == nil, segments.count == 4 else { return nil }
    let name = (segments[..<2] + ["*"] + segments[2...]).joined(separator: ":")
    return Fix("write `\(name)`", .unsafe, .document([.set(pattern.path, .string(name))], of: policy.id))
}
