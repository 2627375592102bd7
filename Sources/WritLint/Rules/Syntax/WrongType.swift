internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A value of another sort than the element takes.
    static let wrongType = Rule(
        "SYN009", "wrong-type", .error,
        page: RulePage(
            summary: "An element holds a list, an object or nothing where something else is due.",
            why: "The vendor refuses the document: what the value was meant to say is not said anywhere.",
            avoid: "Resource: {bucket: logs}",
            prefer: "Resource: [\"obs:*:*:bucket:logs\"]",
            references: [
                "AWS IAM Access Analyzer: Data type mismatch",
                "Huawei Cloud Access Analyzer: DATA_TYPE_MISMATCH", "parliament MALFORMED",
            ]),
        diagnostics: ["policy.shape"],
        check: .policy(inspect))
}

private func inspect(_ policy: LintedPolicy, _ report: inout Report) {
    let root = ElementPath()
    if policy.json.members == nil, policy.json.array == nil {
        return report.find("a policy document is an object", at: root, of: policy)
    }
    if let list = policy.element("Statement"), list.value.members == nil, list.value.array == nil {
        return report.find("`\(list.name)` takes a list of statements", at: list.path, of: policy)
    }
    if let version = policy.element("Version"), !version.value.isScalar {
        report.find("`\(version.name)` takes a text", at: version.path, of: policy)
    }
    for statement in policy.statements { inspect(statement, policy, &report) }
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    if statement.members.isEmpty {
        return report.find("a statement is an object with an `Effect`", at: statement.path, of: policy)
    }
    if let sid = statement.element(.sid), !sid.value.isScalar {
        report.find("`\(sid.name)` takes a text", at: sid.path, of: policy)
    }
    let lists = statement.facts.actions.union(statement.facts.resources)
    for element in lists.isDisjoint(with: [.other, .nested]) ? [] : statement.listElements {
        // A custom policy of Huawei's older model may name agencies by the path of their API.
        let isUri = policy.dialect == .huawei && element.value["uri"] != nil
        for inner in isUri ? element.members : [element] { inspectList(inner, policy, &report) }
    }
    if let condition = statement.element(.condition), !isCondition(condition.value) {
        inspect(condition, policy, &report)
    }
}

/// Whether it is an object from operator to keys, each with a scalar or a list of them.
private func isCondition(_ value: JSONValue) -> Bool {
    guard case .object(let operators) = value else { return false }
    return operators.allSatisfy { test in
        guard case .object(let keys) = test.value else { return false }
        return keys.allSatisfy { key in
            if case .array(let items) = key.value { return items.allSatisfy(\.isScalar) }
            return key.value.isScalar
        }
    }
}

private func inspect(_ condition: LintedElement, _ policy: LintedPolicy, _ report: inout Report) {
    guard condition.value.members != nil else {
        return report.find(
            "`\(condition.name)` takes an object from operator to keys", at: condition.path, of: policy)
    }
    for test in condition.members {
        guard test.value.members != nil else {
            report.find("`\(test.name)` takes an object from key to values", at: test.path, of: policy)
            continue
        }
        for key in test.members { inspectList(key, policy, &report) }
    }
}

/// A text or a list of texts; what could be one between quotes is another rule's.
private func inspectList(_ element: LintedElement, _ policy: LintedPolicy, _ report: inout Report) {
    if let items = element.value.array {
        for (index, item) in items.enumerated() where !item.isScalar {
            report.find(
                "an item of `\(element.name)` is no text", at: element.path.item(index), of: policy)
        }
    } else if !element.value.isScalar {
        report.find("`\(element.name)` takes a list of texts", at: element.path, of: policy)
    }
}
