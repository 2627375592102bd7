internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

extension Rule {
    /// Two statements of one name.
    static let duplicateSid = Rule(
        "SYN011", "duplicate-sid", .error, dialects: [.aws, .huawei],
        page: RulePage(
            summary: "Two statements of a document have the same `Sid`.",
            why: """
                AWS refuses the document. Elsewhere whoever looks for the statement by its name finds one of them and believes \
                that it is all.
                """,
            avoid:
                "[{Sid: Read, Effect: Allow, Action: [\"ecs:*:get*\"]}, {Sid: Read, Effect: Allow, Action: [\"vpc:*:get*\"]}]",
            prefer:
                "[{Sid: Read, Effect: Allow, Action: [\"ecs:*:get*\"]}, {Sid: Read2, Effect: Allow, Action: [\"vpc:*:get*\"]}]",
            fixSafety:
                "Unsafe: a number behind the name of the later one; what looks for the name finds one less.",
            references: ["AWS IAM Access Analyzer: Unique Sids required", "parliament DUPLICATE_SID"]),
        check: .policy(inspect))
}

private func inspect(_ policy: LintedPolicy, _ report: inout Report) {
    guard policy.statements.count > 1 else { return }
    let sids = policy.statements.compactMap { $0.element(.sid) }
    var used = Set(sids.compactMap(\.value.string))
    if used.count == sids.count { return }
    var first: [String: ElementPath] = [:]
    for sid in sids {
        // An empty one is another rule's.
        guard let text = sid.value.string, !text.isEmpty else { continue }
        guard let earlier = first[text] else {
            first[text] = sid.path
            continue
        }
        let free = (2...).lazy.map { "\(text)\($0)" }.first { !used.contains($0) }
        let name = free ?? text
        used.insert(name)
        report.find(
            "`\(text)` names two statements", at: sid.path, of: policy,
            notes: [("the first one is here", .value(earlier, of: policy.id))],
            help: "name it `\(name)`, or by what it does",
            fix: Fix("name it `\(name)`", .unsafe, .document([.set(sid.path, .string(name))], of: policy.id)))
    }
}
