internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A value, or a key, of another type than the operator reads.
    static let unfitConditionValue = Rule(
        "CND002", "unfit-condition-value", .error,
        page: RulePage(
            summary:
                "A value is not of the type that its operator reads, or the operator reads another type than its key has.",
            why: """
                The comparison can never be true. An Allow gives nothing; a Deny denies nothing, and nobody is told.
                """,
            avoid: #"Condition: {Bool: {"g:MFAPresent": ["yes"]}}"#,
            prefer: #"Condition: {Bool: {"g:MFAPresent": ["true"]}}"#,
            fixSafety: "Unsafe: writes the boolean that the word most likely meant.",
            references: ["parliament MISMATCHED_TYPE", "AWS Access Analyzer: data type mismatch"]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    for condition in statement.conditions {
        guard let read = condition.meaning.operator.test.valueType else { continue }
        if let known = condition.meaning.confirmedKey(policy.dialect), !known.fits(read, policy.dialect) {
            report.find(
                "`\(condition.meaning.operatorName)` reads \(read.rawValue), and `\(condition.meaning.keyName)` is \(known.type.rawValue)",
                at: condition.path, of: policy, key: true, help: "use an operator for \(known.type.rawValue)")
            continue
        }
        // Addresses have a rule of their own.
        if read == .address { continue }
        for value in condition.values {
            guard case .unreadable = value.meaning else { continue }
            report.find(
                "`\(value.text)` is not \(read.rawValue), which `\(condition.meaning.operatorName)` reads",
                at: value.path, of: policy, help: "write \(example(read))",
                fix: read == .boolean ? booleanFix(value, policy) : nil)
        }
    }
}

/// Writes the boolean that a word means.
func booleanFix(_ value: WrittenCondition.Value, _ policy: LintedPolicy) -> Fix? {
    let words = [
        "yes": "true", "on": "true", "1": "true", "no": "false", "off": "false", "0": "false",
    ]
    guard let word = words[value.text.lowercased()] else { return nil }
    return Fix("write `\(word)`", .unsafe, .document([.set(value.path, .string(word))], of: policy.id))
}

private func example(_ type: KnownKey.ValueType) -> String {
    switch type {
    case .number: "a number such as `3600`"
    case .date: "a time such as `2027-03-31T00:00:00Z`"
    case .boolean: "`true` or `false`"
    case .address: "an address such as `203.0.113.0/24`"
    case .text, .resourceName: "a text"
    }
}

extension ConditionTest {
    /// What it reads; `nil` for one that takes any text, or that is not known.
    var valueType: KnownKey.ValueType? {
        switch self {
        case .number: .number
        case .date: .date
        case .boolean: .boolean
        case .address: .address
        case .text, .glob, .prefix, .suffix, .absence, .unknown: nil
        }
    }
}

extension KnownKey {
    /// Whether an operator that reads values of a type can read the key's.
    fileprivate func fits(_ read: ValueType, _ dialect: Dialect) -> Bool {
        // AWS's `aws:EpochTime` is a time that is written as a number.
        type == read || (dialect == .aws && type == .date && read == .number)
    }
}
