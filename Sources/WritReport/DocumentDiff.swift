internal import WritModel

/// What changes in a policy document, by statement.
struct DocumentDiff {
    /// Statements that only the old, and only the new document has, in the authors' order.
    var removed: [String]
    var added: [String]
    var keptCount: Int
    /// What the difference may do to access, read by statement.
    var danger: Danger

    init(from old: PolicyDocument?, to new: PolicyDocument) {
        let before = old.map(statements) ?? []
        let after = statements(of: new)
        // A statement counts as kept when it means the same, however it is written.
        let oldMeanings = before.map(meaning)
        let newMeanings = after.map(meaning)
        let oldSet = Set(oldMeanings)
        let newSet = Set(newMeanings)
        let gone = zip(before, oldMeanings).filter { !newSet.contains($1) }.map(\.0)
        let new = zip(after, newMeanings).filter { !oldSet.contains($1) }.map(\.0)
        removed = gone.map(sentence)
        added = new.map(sentence)
        keptCount = newMeanings.count { oldSet.contains($0) }
        if gone.contains(where: denies) {
            danger = .liftsDenial
        } else if gone.isEmpty && new.isEmpty || !new.allSatisfy(denies) {
            danger = .widens
        } else {
            danger = .narrows
        }
    }
}

/// Whether a statement denies; one without a readable effect does not.
private func denies(_ statement: JSONValue) -> Bool {
    statement.members?.first { $0.name.lowercased() == "effect" }?.value.string?.lowercased() == "deny"
}

/// The canonical form of one statement.
private func meaning(_ statement: JSONValue) -> String {
    PolicyDocument(["Statement": .array([statement])]).canonical
}

/// A statement as a sentence: `Allow obs:object:get*, obs:object:list* on obs:*:*:bucket:ledger if …`.
private func sentence(_ statement: JSONValue) -> String {
    guard let members = statement.members else { return terminalSafe(statement.compactText) }
    func member(_ name: String) -> JSONValue? {
        members.first { $0.name.lowercased() == name.lowercased() }?.value
    }
    func list(_ value: JSONValue) -> String {
        (value.array ?? [value]).map { $0.string ?? $0.compactText }.joined(separator: ", ")
    }
    var parts: [String] = [member("Effect")?.string ?? "?"]
    if let actions = member("Action") { parts.append(list(actions)) }
    if let actions = member("NotAction") { parts.append("all but " + list(actions)) }
    if let resources = member("Resource") { parts.append("on " + list(resources)) }
    if let resources = member("NotResource") { parts.append("on all but " + list(resources)) }
    if let principals = member("Principal") { parts.append("for " + principals.compactText) }
    if let condition = member("Condition") { parts.append("if " + condition.compactText) }
    return terminalSafe(parts.joined(separator: " "))
}
