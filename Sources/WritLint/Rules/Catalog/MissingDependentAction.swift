internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// An action without those that it needs.
    static let missingDependentAction = Rule(
        "CAT013", "missing-dependent-action", .low, dialects: [.aws],
        options: [
            RuleOption(
                "except",
                .texts([
                    "iam:PassRole", "iam:CreateServiceLinkedRole", "kms:*", "*:TagResource", "*:CreateTags",
                ]),
                "Needed actions that are not asked for, with `*` as a wildcard.")
        ],
        page: RulePage(
            summary: """
                A document allows an action and none of its statements allows an action that it makes on behalf of the caller, by \
                the catalogue. Actions that are needed in some cases alone are left out by an option.
                """,
            why:
                "The call fails half-way, and the next change allows far more than the one action that was missing.",
            avoid: #"Action: "cloudtrail:GetQueryResults""#,
            references: ["policy_sentry: dependent actions"]),
        check: .policy(inspect))
}

private func inspect(_ policy: LintedPolicy, _ report: inout Report) {
    guard policy.kind == .identity else { return }
    let allows = policy.reading.statements.filter { $0.effect == .allow }
    let exceptions = report.texts("except").map { Glob($0).caseFolded }
    var said: Set<String> = []
    for statement in policy.statements where statement.reading?.effect == .allow {
        guard statement.reading?.actions.excluded.isEmpty == true else { continue }
        for pattern in policy.catalogPatterns[statement.index] where pattern.isLiteral {
            guard let action = pattern.actions?.first, !action.needed.isEmpty,
                said.insert(pattern.pattern.text.lowercased()).inserted
            else { continue }
            let missing = action.needed.filter { needed in
                let bytes = foldedCase(Array(needed.utf8))
                return !exceptions.contains { $0.matches(bytes) }
                    && !allows.contains { $0.actions.includes(bytes) }
            }
            guard !missing.isEmpty else { continue }
            let names = missing.map { "`\($0)`" }.joined(separator: ", ")
            report.find(
                "`\(pattern.pattern.text)` needs \(names), which the document does not allow",
                at: pattern.pattern.path, of: policy,
                help: "allow what is needed on the same resources, if no other policy does")
        }
    }
}

extension PatternElement<ActionPattern> {
    /// Whether an action, in lower case, is meant.
    fileprivate func includes(_ action: [UInt8]) -> Bool {
        (included?.contains { $0.glob.matches(action) } ?? true)
            && !excluded.contains { $0.glob.matches(action) }
    }
}
