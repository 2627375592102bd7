internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A statement that ended by its own dates.
    static let endedCondition = Rule(
        "CND017", "ended-condition", .medium, dialects: [.aws, .huawei, .volcengine],
        page: RulePage(
            summary:
                "A statement's own dates say that it is over, or over at every time that is still to come.",
            why: """
                An Allow that ended gives nothing and looks like access in every review; a Deny that ended guards nothing. Dates \
                that cannot be read are findings of `CND002`.
                """,
            avoid: #"Condition: {DateLessThan: {"g:CurrentTime": ["2022-01-01T00:00:00Z"]}}"#,
            references: ["npkt: expired date condition"]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    let dialect = account.dialect
    let now = RequestBounds(time: .init(key: dialect.currentTimeKey, first: account.asOf))
    for policy in account.policies {
        for statement in policy.statements {
            guard let reading = statement.reading,
                let condition = statement.conditions.last(where: {
                    $0.meaning.key == dialect.currentTimeKey.lowercased()
                        && $0.meaning.operator.test.valueType == .date
                }), !reading.conditions.contains(where: \.hasUnreadableValue),
                policy.requests(of: reading, meeting: reading.conditions, bounds: now).verdict == false,
                policy.requests(of: reading, meeting: reading.conditions).verdict == true
            else { continue }
            report.find(
                "the statement ended: no request from \(account.asOf) on meets its dates", at: condition.path,
                of: policy, key: true, label: "in the past",
                help: "take the statement out, or give it a new end")
        }
    }
}
