internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

extension Rule {
    /// Paths of agencies beside what they do not go with.
    static let mixedAgencyPaths = Rule(
        "LIM006", "mixed-agency-paths", .error, dialects: [.huawei],
        page: RulePage(
            summary:
                "A policy that names agencies by their paths has another path, another action or a condition.",
            why: """
                The form `Resource: {uri: [...]}` is for one thing: letting users assume given agencies. Huawei refuses it \
                with any condition, for any other action and for paths of anything else.
                """,
            avoid: """
                Action: ["iam:agencies:assume"]
                Resource: {uri: ["/iam/agencies/0123"]}
                Condition: {Bool: {"g:MFAPresent": ["true"]}}
                """,
            prefer: """
                Action: ["iam:agencies:assume"]
                Resource: {uri: ["/iam/agencies/0123"]}
                """,
            references: [
                "Huawei Cloud IAM errors IAM.1037 to IAM.1039",
                "Huawei Cloud IAM: custom policies for agencies",
            ]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard policy.form == .huaweiPolicy,
        let paths = statement.element("Resource")?.members.first(where: { $0.name == "uri" })
    else { return }
    for (text, path) in paths.texts where !text.hasPrefix("/iam/agencies/") {
        report.find(
            "`\(text)` is no path of an agency", at: path, of: policy,
            help: "write `/iam/agencies/` and its id")
    }
    for (text, path) in statement.element("Action")?.texts ?? [] where text.lowercased() != assume {
        report.find(
            "`\(text)` stands beside paths of agencies", at: path, of: policy,
            help: "keep `\(assume)` alone, and put the others into another statement")
    }
    if let condition = statement.element("Condition"), !condition.members.isEmpty {
        report.find(
            "`\(condition.name)` stands beside paths of agencies", at: condition.path, of: policy, key: true,
            help:
                "name the agencies as `iam::*:agency:name` in a policy of version 5.0, which takes conditions"
        )
    }
}

private let assume = "iam:agencies:assume"
