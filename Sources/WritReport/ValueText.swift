internal import WritDigest
internal import WritModel
internal import WritPlan

/// A value as one line of a plan: quoted text, bare numbers, lists in brackets.
func text(_ value: Value?) -> String {
    switch value {
    case nil: "unset"
    case .text(let text): shown(text)
    case .integer(let number): String(number)
    case .boolean(let flag): flag ? "true" : "false"
    case .list(let items): "[" + items.map(text).joined(separator: ", ") + "]"
    case .credential(let credential): "generation \(credential.generation)"
    case .document(let document): "document of " + counted(statements(of: document).count, "statement")
    }
}

/// A declared value: a list shows its mode where it is not exact.
func text(_ value: DesiredValue) -> String {
    switch value {
    case .scalar(let value): return text(value)
    case .list(let list):
        let items = "[" + list.items.map(text).joined(separator: ", ") + "]"
        switch list.mode {
        case .exactly: return items
        case .atLeast: return "at least \(items)"
        case .none: return "none of \(items)"
        }
    }
}

/// An item of a list as people read it, safe to print.
func text(_ item: Item) -> String {
    switch item {
    case .word(let word): terminalSafe(word)
    case .trust(let principal): "\(principal.sort.rawValue) \(terminalSafe(principal.name))"
    case .addresses(let addresses):
        addresses.range.description + (addresses.note.map { " (\(terminalSafe($0)))" } ?? "")
    case .mapping(let mapping): text(mapping)
    case .accessKey(let key):
        "\(terminalSafe(key.name)) (\(key.status.rawValue), generation \(key.generation))"
    }
}

/// An expiry as a clause, empty for none.
func clause(_ expires: Expiry?) -> String {
    expires.map { ", until \($0)" } ?? ""
}

/// An attachment without its principal: the policy, where it holds, until when.
func text(_ key: AttachmentKey, expires: Expiry?) -> String {
    let policy =
        switch key.policy {
        case .custom(let name): terminalSafe(name)
        case .system(let name): "\(terminalSafe(name)) (system)"
        }
    let scope = key.scope == .account ? "" : " in \(terminalSafe(key.scope.description))"
    return policy + scope + clause(expires)
}

/// The statements of a document in the author's order.
func statements(of document: PolicyDocument) -> [JSONValue] {
    let member = document.json.members?.first { $0.name.lowercased() == "statement" }
    guard let value = member?.value else { return [] }
    return value.array ?? [value]
}

/// A mapping on one line: who, and what they get.
private func text(_ mapping: FederationMapping) -> String {
    let conditions = mapping.conditions.map { condition in
        let attribute = terminalSafe(condition.attribute)
        let expression = condition.isRegex ? " (regex)" : ""
        switch condition.test {
        case .present: return attribute
        case .anyOf(let values):
            return "\(attribute) any of \(values.map(terminalSafe).joined(separator: ", "))\(expression)"
        case .noneOf(let values):
            return "\(attribute) none of \(values.map(terminalSafe).joined(separator: ", "))\(expression)"
        }
    }
    var parts: [String] = []
    if !conditions.isEmpty { parts.append("when \(conditions.joined(separator: " and "))") }
    if let user = mapping.user { parts.append("user \(quoted(user))") }
    let groups = mapping.groups.map { terminalSafe($0.name) }
    if !groups.isEmpty { parts.append("groups \(groups.joined(separator: ", "))") }
    return terminalSafe(mapping.name) + (parts.isEmpty ? "" : " (\(parts.joined(separator: "; ")))")
}

/// The longest text that is shown in full.
private let longestShown = 400

/// A text in quotes; of one that nobody reads on a line, such as SAML metadata, its size and its digest.
private func shown(_ text: String) -> String {
    let count = text.unicodeScalars.count
    guard count > longestShown else { return quoted(text) }
    return "text of \(count) characters, sha256 \(Digest(of: text).hex.prefix(12))"
}

private func quoted(_ text: String) -> String { "\"" + terminalSafe(text) + "\"" }

/// `1 change`, `2 changes`.
func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(plural ?? noun + "s")"
}

/// Why a change is in the plan, as people read it.
func causeText(_ cause: Cause) -> String {
    switch cause {
    case .commit: "commit"
    case .drift: "drift"
    case .both: "commit and drift"
    case .expiry: "expired"
    }
}
