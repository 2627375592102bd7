internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A federated principal that is no identity provider.
    static let malformedProvider = Rule(
        "SYN024", "malformed-provider", .error, dialects: [.aws, .volcengine],
        page: RulePage(
            summary: "A federated principal is not written as the name of an identity provider.",
            why:
                "Nobody can log in through a provider that there is not: the trust policy is refused, or lets nobody in.",
            avoid: "Principal: {Federated: \"arn:aws:iam::123456789012:saml/corp\"}",
            prefer: "Principal: {Federated: \"arn:aws:iam::123456789012:saml-provider/corp\"}",
            references: [
                "AWS IAM Access Analyzer: Invalid federated principal syntax, Federated principal not supported",
                "parliament UNKNOWN_FEDERATION_SOURCE",
            ]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard policy.kind != .identity else { return }
    for element in statement.principalElements.flatMap(\.members) where element.name == "Federated" {
        for (text, path) in element.texts where !text.isEmpty && !isProvider(text, policy.dialect) {
            report.find(
                "`\(text)` is no identity provider", at: path, of: policy,
                help: policy.dialect == .aws
                    ? "write `arn:aws:iam::account:saml-provider/name` or `arn:aws:iam::account:oidc-provider/host`"
                    : "write `trn:iam::account:saml-provider/name`")
        }
    }
}

private func isProvider(_ text: String, _ dialect: Dialect) -> Bool {
    if dialect == .aws, webProviders.contains(text) { return true }
    let (count, start) = dialect == .aws ? (6, ["arn", "iam"]) : (5, ["trn", "iam"])
    let segments = text.split(separator: ":", maxSplits: count - 1, omittingEmptySubsequences: false)
    guard segments.count == count, segments[0] == start[0], segments[count - 4] == start[1],
        !segments[count - 2].isEmpty
    else { return false }
    return ["saml-provider/", "oidc-provider/"].contains {
        segments[count - 1].hasPrefix($0) && segments[count - 1].count > $0.count
    }
}

/// The providers that AWS knows by their host alone.
private let webProviders: Set<String> = [
    "cognito-identity.amazonaws.com", "accounts.google.com", "graph.facebook.com", "www.amazon.com",
]
