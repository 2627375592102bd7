internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A statement about no resources where it has to name some, or about two lists of them.
    static let unclearResource = Rule(
        "SYN006", "unclear-resource", .error,
        page: RulePage(
            summary: """
                A statement has both of `Resource` and `NotResource`, or none where AWS and JD Cloud ask for one.
                """,
            why: "The vendor refuses the document. Under Volcengine `NotResource` subtracts from `Resource`.",
            avoid: "{Effect: Allow, Action: [\"s3:ListAllMyBuckets\"]}",
            prefer: "{Effect: Allow, Action: [\"s3:ListAllMyBuckets\"], Resource: [\"*\"]}",
            fixSafety:
                "Unsafe: every resource is what most statements without one mean, and the widest reading.",
            references: [
                "AWS IAM Access Analyzer: Missing resource, Unsupported element combination",
                "parliament MALFORMED",
            ]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard !statement.members.isEmpty,
        let choice = statement.wrongChoice(.resource, .notResource, in: policy)
    else { return }
    switch choice {
    case .neither:
        guard policy.form?.needsResource(in: policy.kind) ?? false else { return }
        report.find(
            "the statement has no `Resource`", at: statement.path, of: policy,
            help: "name the resources, or every one: `[\"*\"]`",
            fix: Fix(
                "add `Resource` with every resource", .unsafe,
                .document([.set(statement.path.member("Resource"), ["*"])], of: policy.id)))
    case .both(let negated):
        report.find(
            "`Resource` and `\(negated.name)` stand in one statement", at: negated.path, of: policy,
            key: true, help: "keep one of the two, or make two statements")
    case .negatedAlone(let negated):
        report.find(
            "`\(negated.name)` stands without the `Resource` that it subtracts from", at: negated.path,
            of: policy, key: true, help: "add `Resource`: `[\"*\"]` for every one")
    }
}
