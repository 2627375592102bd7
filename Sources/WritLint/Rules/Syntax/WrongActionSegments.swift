internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// An action with too few or too many segments to match one.
    static let wrongActionSegments = Rule(
        "SYN018", "wrong-action-segments", .error,
        page: RulePage(
            summary: "An action has too few or too many segments to be one of the dialect's.",
            why: """
                Huawei's actions have three segments, of which the middle one may be empty; those of the others have two. \
                What has another number matches no action: the entry allows and denies nothing.
                """,
            avoid: "Action: [\"ecs:get\"]",
            prefer: "Action: [\"ecs:servers:get\"]",
            references: [
                "AWS IAM Access Analyzer: Invalid action", "Huawei Cloud IAM error IAM.1035",
                "Huawei Cloud IAM: policy syntax, Action",
            ]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    // Resource policies of Huawei's object store name actions without their service.
    guard let actions = statement.reading?.actions, policy.dialect != .huawei || policy.kind != .resource
    else { return }
    let count = policy.dialect.actionSegments
    // Nearly all have as many segments as an action, the first and the last not empty.
    let others: TextFacts = [.otherSegments, count == 2 ? .threeSegments : .twoSegments]
    if statement.facts.actions.isDisjoint(with: others) { return }
    for pattern in (actions.included ?? []) + actions.excluded
    where !isPlain(pattern.text, count) && !pattern.text.allSatisfy(\.isWhitespace) {
        let segments = pattern.text.split(separator: ":", omittingEmptySubsequences: false)
        if !policy.dialect.hasAction(matching: pattern.glob) {
            report.find(
                "`\(pattern.text)` has \(segments.count) of the \(count) segments of an action",
                at: pattern.path, of: policy, help: "write " + shape(policy.dialect))
        } else if segments.first?.isEmpty ?? false || segments.last?.isEmpty ?? false {
            report.find(
                "`\(pattern.text)` has an empty \(segments.last?.isEmpty ?? false ? "last" : "first") segment",
                at: pattern.path, of: policy, help: "write " + shape(policy.dialect))
        }
    }
}

/// Whether a text has as many segments as an action, the first and the last not empty: nearly all have.
private func isPlain(_ text: String, _ count: Int) -> Bool {
    let colon = UInt8(ascii: ":")
    return text.utf8.count { $0 == colon } == count - 1 && text.utf8.first != colon && text.utf8.last != colon
}

private func shape(_ dialect: Dialect) -> String {
    dialect == .huawei ? "`service:type:operation`" : "`service:action`"
}
