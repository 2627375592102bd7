internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A document over, or close to, its vendor's limit.
    static let largeDocument = Rule(
        "SYN013", "large-document", .error,
        options: [
            RuleOption(
                "nearPercent", .integer(90),
                "The share of the limit from which a document is reported as low.",
                range: 1...100),
            RuleOption(
                "mostCharacters", .integer(0), "What the account's limit is raised to; 0 for the vendor's.",
                range: 0...1_000_000),
        ],
        page: RulePage(
            summary: "A document is longer than its vendor takes, or close to it.",
            why: """
                The vendor refuses it at the apply, when the review is over. Close to the limit the next line, likely an urgent \
                one, does not fit any more.
                """,
            avoid: "A policy of 7,000 characters.",
            prefer: "Two policies, split by service.",
            references: [
                "Huawei Cloud IAM error IAM.1020, IAM.1021; new edition, quotas: document 6,144 characters",
                "JD Cloud IAM createPolicy: content up to 6,144 characters",
                "Volcengine IAM, usage restrictions: document and trust policy 6,144 characters",
                "AWS IAM quotas: managed policy 6,144 characters without white space, trust policy 2,048",
                "AWS IAM Access Analyzer: Policy size exceeds quota",
            ]),
        check: .policy(inspect))
}

private func inspect(_ policy: LintedPolicy, _ report: inout Report) {
    guard let standard = limit(policy) else { return }
    let limit = max(standard, report.integer("mostCharacters"))
    let scalars = policy.json.compactText.unicodeScalars
    let near = limit * report.integer("nearPercent") / 100
    guard scalars.count >= near else { return }
    let count = skipsSpace(policy) ? scalars.count { !$0.properties.isWhitespace } : scalars.count
    guard count >= near else { return }
    report.find(
        "the document has \(count) characters of at most \(limit)", at: ElementPath(), of: policy,
        help: "split it, or say with wildcards what belongs together",
        severity: count > limit ? nil : .low)
}

/// How many characters it may have; `nil` where no page says.
private func limit(_ policy: LintedPolicy) -> Int? {
    switch (policy.form, policy.kind) {
    case (nil, _), (_, .resource): nil
    // A plain file may be an inline policy, for which other limits hold, or one of AWS's own, for which none does.
    case (.aws, .identity) where policy.object == nil: nil
    case (.aws, .trust): 2048
    case (.jd, .trust), (.huaweiIdentity, .trust), (.huaweiPolicy, .trust): nil
    case (.volcengine, .trust), (_, .identity): 6144
    }
}

private func skipsSpace(_ policy: LintedPolicy) -> Bool {
    policy.form == .aws || policy.form == .huaweiIdentity
}
