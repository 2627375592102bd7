internal import WritPolicy

extension Report {
    /// Reports each entry of a statement that gives actions of a topic on every resource.
    ///
    /// - Parameters:
    ///   - text: what they do, after the entry.
    ///   - limits: keys, in lower case, of which none may be asked; `nil` for statements without any condition.
    package mutating func find(
        _ topic: ActionTopic, _ text: String, in statement: LintedStatement, _ policy: LintedPolicy,
        label: String, help: String, without limits: Set<String>? = nil
    ) {
        for reached in statement.unlimited(topic, in: policy, without: limits) {
            find(
                reached.sentence(text), at: reached.pattern.path, of: policy, label: label, help: help)
        }
    }
}
