package import WritModel
internal import WritPolicy

/// Where a statement gives actions of a topic on all resources, or on all but some.
package struct ReachedAnywhere {
    /// The entry of `Action`, or the member `NotAction`.
    package var path: ElementPath
    /// Whether the path is of a member whose name is meant.
    package var isKey: Bool
    /// What it is, for a message.
    package var sentence: String
}

extension LintedStatement {
    /// Where the statement gives actions of a topic on all resources or on all but some, by its entries or by what it does not exclude.
    ///
    /// - Parameter text: what they do, after the entry.
    package func anywhere(_ topic: ActionTopic, in policy: LintedPolicy, _ text: String) -> [ReachedAnywhere]
    {
        let entries = unlimited(topic, in: policy)
        if !entries.isEmpty {
            return entries.map { entry in
                ReachedAnywhere(
                    path: entry.pattern.path, isKey: false, sentence: entry.sentence("\(text) every resource")
                )
            }
        }
        guard let reading, isPlainAllow, policy.kind == .identity,
            let (key, sentence) = exclusion(reading, policy.dialect)
        else { return [] }
        let action = policy.dialect.actions(topic).names.first { name in
            let folded = foldedCase(Array(name.utf8))
            return !reading.actions.excluded.contains { $0.glob.matches(folded) }
                && reading.actions.included?.contains { $0.glob.matches(folded) } ?? true
                && policy.set.decide(Request(action: name)).verdict == .allowed
        }
        return action.map { [ReachedAnywhere(path: key.path, isKey: true, sentence: sentence($0, text))] }
            ?? []
    }

    /// The member by which a statement that excludes something leaves all resources or all but some, with what to say of an action and
    /// of what it does.
    private func exclusion(
        _ reading: Statement, _ dialect: Dialect
    ) -> (key: LintedElement, sentence: (String, String) -> String)? {
        if reading.resources.included == nil, !reading.resources.excluded.isEmpty,
            let key = element("NotResource")
        {
            return (key, { "`\($0)` \($1) every resource but some" })
        }
        guard reading.actions.included == nil, !reading.actions.excluded.isEmpty,
            reading.resources.isUnlimited(dialect), let key = element("NotAction")
        else { return nil }
        return (key, { "`NotAction` leaves `\($0)`, which \($1) every resource" })
    }
}
