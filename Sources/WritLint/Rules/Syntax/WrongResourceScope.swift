internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A region or an account where the service's names have none, or none where they have one.
    static let wrongResourceScope = Rule(
        "SYN020", "wrong-resource-scope", .error,
        page: RulePage(
            summary:
                "A resource names a region or an account that the names of its service do not have, or lacks one.",
            why: """
                The names of a global service have an empty region, those of a bucket no account either. A name that says one \
                matches no resource, so that the statement does nothing.
                """,
            avoid: "Resource: [\"arn:aws:s3::123456789012:logs\"]",
            prefer: "Resource: [\"arn:aws:s3:::logs\"]",
            fixSafety: "Unsafe: empties the segment, after which the name matches something.",
            references: [
                "AWS IAM Access Analyzer: ARN account not allowed, ARN Region not allowed, Missing ARN Region",
                "AWS service authorization reference: resource types",
                "Volcengine IAM: TRN, global services and TOS",
            ]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    // Without a colon every segment from the second on is a wildcard, and so is the end of the first.
    guard statement.facts.resources.contains(.colon) else { return }
    let at = places(policy.dialect)
    for pattern in statement.resourcePatterns {
        // A variable may hold colons, after which the segments cannot be told in the text.
        guard let segments = pattern.segments, let service = segments[at.service].constant,
            let scope = scope(of: service, in: policy.dialect, segments.last),
            segments[...at.account].allSatisfy({ $0.constant != nil })
        else { continue }
        let segment = segments[at.region]
        if !inspect(pattern, segment, scope.region, at.region, "region", policy, &report) { continue }
        inspect(pattern, segments[at.account], scope.account, at.account, "account", policy, &report)
    }
}

/// Whether the segment is as it has to be.
@discardableResult
private func inspect(
    _ pattern: ResourcePattern, _ segment: TextPattern, _ rule: Need, _ index: Int, _ word: String,
    _ policy: LintedPolicy, _ report: inout Report
) -> Bool {
    guard let glob = segment.constant else { return true }
    switch rule {
    case .any: return true
    case .given:
        guard glob.bytes.isEmpty else { return true }
        report.find(
            "`\(pattern.text)` has no \(word), which names of its service have", at: pattern.path, of: policy,
            help: "name the \(word), or write `*`")
    case .empty:
        // A pattern that the empty text matches does no harm.
        guard !glob.matches([]) else { return true }
        var parts = pattern.text.split(separator: ":", maxSplits: index + 1, omittingEmptySubsequences: false)
        guard parts.count > index + 1 else { return true }
        parts[index] = ""
        let name = parts.joined(separator: ":")
        report.find(
            "`\(pattern.text)` has the \(word) `\(glob)`, which names of its service do not have",
            at: pattern.path, of: policy, help: "write `\(name)`",
            fix: Fix(
                "write `\(name)`", .unsafe, .document([.set(pattern.path, .string(name))], of: policy.id)))
    }
    return false
}

/// Where the segments stand.
private func places(_ dialect: Dialect) -> (service: Int, region: Int, account: Int) {
    switch dialect {
    case .aws: (2, 3, 4)
    case .huawei: (0, 1, 2)
    case .jd, .volcengine: (1, 2, 3)
    }
}

/// What a segment has to be.
private enum Need { case empty, given, any }

/// What the names of a service have.
private typealias Scope = (region: Need, account: Need)

/// What the names of a service have; `nil` for a service whose names differ or that is not known here.
private func scope(of service: Glob, in dialect: Dialect, _ last: TextPattern?) -> Scope? {
    switch dialect {
    case .aws:
        guard service == bucketService else { return awsScopes[service] }
        // Access points and jobs are names of another sort, and a pattern may mean them.
        guard let name = last?.constant?.description,
            !["accesspoint", "job/", "storage-lens", "async-request", "access-grants", "*", "?"].contains(
                where: name.hasPrefix)
        else { return nil }
        return (.empty, .empty)
    case .huawei, .jd: return identityScopes[service]
    case .volcengine: return volcengineScopes[service]
    }
}

private let bucketService = Glob(literal: "s3")

private let awsScopes = scopes([
    "iam": (.empty, .given), "organizations": (.empty, .any), "cloudfront": (.empty, .any),
    "route53": (.empty, .empty), "lambda": (.given, .given), "sqs": (.given, .given),
    "sns": (.given, .given), "dynamodb": (.given, .given), "secretsmanager": (.given, .given),
])
private let identityScopes = scopes(["iam": (.empty, .any)])
private let volcengineScopes = scopes(["iam": (.empty, .any), "tos": (.empty, .empty)])

private func scopes(_ byName: [String: Scope]) -> [Glob: Scope] {
    Dictionary(uniqueKeysWithValues: byName.map { (Glob(literal: $0), $1) })
}
