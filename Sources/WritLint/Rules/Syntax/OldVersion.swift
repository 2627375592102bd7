internal import WritDiagnostics
internal import WritManifest
internal import WritModel

extension Rule {
    /// A version of AWS under which variables are text.
    static let oldVersion = Rule(
        "SYN008", "old-version", .low, dialects: [.aws],
        page: RulePage(
            summary: "A document of AWS has variables, and a version under which they are text.",
            why: """
                Under `2008-10-17`, and without a version, `${aws:username}` is a name with a dollar sign: an Allow of \
                everybody's own folder allows nothing, a Deny of others' folders denies nothing.
                """,
            avoid: #"""
                Version: "2008-10-17"
                Statement: [{Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::home/${aws:username}/*"}]
                """#,
            prefer: #"""
                Version: "2012-10-17"
                Statement: [{Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::home/${aws:username}/*"}]
                """#,
            fixSafety: "Unsafe: the variables get their meaning.",
            references: [
                "AWS IAM Access Analyzer: Variable unsupported in version", "parliament OLD_VERSION",
            ]),
        check: .policy(inspect))
}

private func inspect(_ policy: LintedPolicy, _ report: inout Report) {
    guard policy.json.members != nil, policy.version == nil || policy.version == "2008-10-17",
        policy.hasVariables
    else { return }
    let element = policy.element("Version")
    let path = element?.path ?? ElementPath().member("Version")
    report.find(
        policy.version.map { "under version `\($0)` the document's variables are text" }
            ?? "without a version the document's variables are text",
        at: element?.path ?? ElementPath(), of: policy, help: "write `Version`: `2012-10-17`",
        fix: Fix("write version 2012-10-17", .unsafe, .document([.set(path, "2012-10-17")], of: policy.id)))
}
