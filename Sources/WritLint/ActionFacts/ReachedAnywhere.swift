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
        guard let reading, isPlainAllow, policy.kind == .identity else { return [] }
        let allows = policy.dialect.actions(topic).names.filter { name in
            let folded = foldedCase(Array(name.utf8))
            return !reading.actions.excluded.contains { $0.glob.matches(folded) }
                && reading.actions.included?.contains { $0.glob.matches(folded) } ?? true
                && policy.set.decide(Request(action: name)).verdict == .allowed
        }
        guard let action = allows.first else { return [] }
        let isAllButSome = reading.resources.included == nil && !reading.resources.excluded.isEmpty
        let isOpen = reading.actions.included == nil && !reading.actions.excluded.isEmpty
        if isAllButSome, let key = element("NotResource") {
            return [
                ReachedAnywhere(
                    path: key.path, isKey: true, sentence: "`\(action)` \(text) every resource but some")
            ]
        }
        guard isOpen, reading.resources.unlimitedExample(policy.dialect) != nil,
            let key = element("NotAction")
        else { return [] }
        return [
            ReachedAnywhere(
                path: key.path, isKey: true,
                sentence: "`NotAction` leaves `\(action)`, which \(text) every resource")
        ]
    }
}
