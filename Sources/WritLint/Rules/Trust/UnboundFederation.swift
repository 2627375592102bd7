internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// An identity provider whose users are not told apart.
    static let unboundFederation = Rule(
        "TRU007", "unbound-federation", .high, dialects: [.aws, .huawei],
        page: RulePage(
            summary:
                "A trust policy lets an identity provider's users in without asking for audience and subject.",
            why: """
                A provider signs for everybody who uses it: without the audience a token made for another program works here, without \
                the subject so does that of any user. Of a public build service anybody can be a user.
                """,
            avoid: #"""
                Effect: Allow
                Principal: {Federated: arn:aws:iam::012345678901:oidc-provider/token.actions.githubusercontent.com}
                Action: sts:AssumeRoleWithWebIdentity
                """#,
            prefer: #"""
                Effect: Allow
                Principal: {Federated: arn:aws:iam::012345678901:oidc-provider/token.actions.githubusercontent.com}
                Action: sts:AssumeRoleWithWebIdentity
                Condition:
                  StringEquals:
                    token.actions.githubusercontent.com:aud: sts.amazonaws.com
                    token.actions.githubusercontent.com:sub: repo:meridian/ledger:ref:refs/heads/main
                """#,
            references: [
                "AWS Access Analyzer: missing condition key for OIDC principal",
                "Checkov CKV_AWS_358, CKV_AWS_393",
            ]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard policy.kind == .trust, statement.letsIn, let reading = statement.reading else { return }
    let providers = statement.principals.filter(\.entry.isProvider)
    guard let provider = providers.first else { return }
    let names = reading.actions.included?.map { $0.text.lowercased() } ?? []
    let isSAML = names.contains { $0.contains("saml") } || provider.text.lowercased().contains("saml")
    let asked = Set(reading.conditions.filter { !$0.operator.isNegated }.compactMap { claim($0.key) })
    let needed = isSAML ? ["aud"] : ["aud", "sub"]
    let missing = needed.filter { !asked.contains($0) }
    if !missing.isEmpty {
        let list = missing.map { "`\($0)`" }.joined(separator: " and ")
        report.find(
            "`\(provider.text)` is let in without a condition on \(list)", at: provider.path, of: policy,
            label: "any token of the provider", help: "add conditions on the token's \(list)")
    }
    for condition in reading.conditions where claim(condition.key) == "sub" && !condition.operator.isNegated {
        for case .pattern(let pattern) in condition.values {
            guard let glob = pattern.constant, let what = openBuild(glob) else { continue }
            report.find(
                "`\(glob)` lets in \(what)", at: provider.path, of: policy,
                label: "tokens of \(what)", help: "name the repository and the branch or environment")
        }
    }
}

/// The claim that a key is about: what stands after its last colon.
private func claim(_ key: String) -> String? {
    key.split(separator: ":").last.map(String.init)
}

/// Whose builds a subject lets in beyond one branch or environment of one repository; `nil` where it is one.
private func openBuild(_ glob: Glob) -> String? {
    if glob.isEverything { return "every subject" }
    let parts = glob.description.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.first == "repo" || parts.first == "project_path" || parts.first == "repo*" else { return nil }
    guard parts.count > 1, !parts[1].hasPrefix("*"), !glob.bytes.starts(with: Array("repo".utf8) + [Glob.run])
    else {
        return "builds of every repository"
    }
    if glob.isLiteral { return nil }
    if parts[1].contains("*") { return "builds of several repositories" }
    let rest = parts.dropFirst(2).joined(separator: ":")
    return rest.isEmpty || rest.hasPrefix("*") ? "builds of every branch" : nil
}
