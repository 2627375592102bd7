internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

extension Rule {
    /// Statements that can only be told apart by their place.
    static let unnamedStatement = Rule(
        "HYG001", "unnamed-statement", .low, dialects: [.aws, .huawei],
        options: [
            RuleOption(
                "leastStatements", .integer(2),
                "How many statements a document has before each needs a name.",
                range: 1...1000)
        ],
        page: RulePage(
            summary: "A statement beside others has no `Sid`, where the dialect has that element.",
            why: """
                Reviews, logs of denied requests and waivers speak of statements by their name. One that is only the third of \
                its document becomes the fourth with the next change.
                """,
            avoid: "[{Effect: Allow, Action: [\"ecs:*:get*\"]}, {Effect: Deny, Action: [\"ecs:*:delete*\"]}]",
            prefer: """
                [{Sid: Look, Effect: Allow, Action: ["ecs:*:get*"]}, {Sid: KeepAll, Effect: Deny, Action: ["ecs:*:delete*"]}]
                """,
            fixSafety: "Safe: a name made of the statement's text; names mean nothing for access.",
            references: ["AWS IAM Access Analyzer: Unique Sids recommended"]),
        check: .policy(inspect))
}

private func inspect(_ policy: LintedPolicy, _ report: inout Report) {
    guard policy.statements.count >= report.integer("leastStatements"), let form = policy.form,
        form.has(.sid, in: policy.kind)
    else { return }
    for statement in policy.statements where !statement.members.isEmpty && statement.element("Sid") == nil {
        let name = contentName(.object(statement.members))
        report.find(
            "the statement has no `Sid`", at: statement.path, of: policy, help: "say in `Sid` what it is for",
            fix: Fix(
                "name it by its content", .safe,
                .document([.set(statement.path.member("Sid"), .string(name))], of: policy.id)))
    }
}

/// `S` and the 32 bits of FNV-1a over the text: letters and digits, the same on every machine.
private func contentName(_ json: JSONValue) -> String {
    let hash = json.compactText.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    let digits = String(hash, radix: 16)
    return "S" + String(repeating: "0", count: 8 - digits.count) + digits
}
