internal import WritModel

/// Something wrong in a policy document, before it is known where in which file it stands.
struct DocumentProblem {
    var code: String
    var message: String
    var help: String?
    /// From the root to the value at fault.
    var path: [ElementPath.Step]
    var isSecret = false

    init(_ code: String, _ message: String, at path: [ElementPath.Step], help: String? = nil) {
        self.code = code
        self.message = message
        self.path = path
        self.help = help
    }
}

/// What no dialect of policy documents takes: missing or empty statements, and effects that are none.
///
/// Names of elements are compared without case. The grammar of each dialect is another stage's.
///
/// A `null` is a value that was reported already: nothing is required of it.
func structureProblems(of document: JSONValue) -> [DocumentProblem] {
    if document == .null { return [] }
    guard let members = document.members else {
        return [DocumentProblem("policy.json", "a policy document is an object", at: [])]
    }
    if let version = members.first(where: { $0.name == "apiVersion" }) {
        let path = [ElementPath.Step.member(version.name)]
        return [
            DocumentProblem(
                "policy.document-file", "this is a manifest, not a policy document", at: path,
                help: "name the file that holds the document")
        ]
    }
    guard let statement = members.first(where: { $0.name.lowercased() == "statement" }) else {
        return [DocumentProblem("policy.statement", "the document has no `Statement`", at: [])]
    }
    let path = [ElementPath.Step.member(statement.name)]
    switch statement.value {
    case .object:
        return problems(ofStatement: statement.value, at: path)
    case .array(let statements) where !statements.isEmpty:
        return statements.enumerated().flatMap { problems(ofStatement: $1, at: path + [.item($0)]) }
    case .array:
        return [DocumentProblem("policy.statement", "`Statement` is empty", at: path)]
    case .null:
        return []
    default:
        return [DocumentProblem("policy.shape", "`Statement` takes a list of statements", at: path)]
    }
}

private func problems(ofStatement statement: JSONValue, at path: [ElementPath.Step]) -> [DocumentProblem] {
    if statement == .null { return [] }
    guard let members = statement.members else {
        return [DocumentProblem("policy.shape", "a statement is an object", at: path)]
    }
    var problems: [DocumentProblem] = []
    var hasEffect = false
    for member in members {
        let place = path + [.member(member.name)]
        switch member.name.lowercased() {
        case "effect":
            hasEffect = true
            problems += effectProblem(member.value, at: place)
        case "action", "notaction", "resource", "notresource":
            if holdsEmpty(member.value) { problems += emptyProblems(member.value, member.name, at: place) }
        default: break
        }
    }
    if !hasEffect {
        problems.append(
            DocumentProblem(
                "policy.effect", "the statement has no `Effect`", at: path,
                help: "add `Effect`: `Allow` or `Deny`"))
    }
    return problems
}

private func effectProblem(_ value: JSONValue, at path: [ElementPath.Step]) -> [DocumentProblem] {
    if value == .null { return [] }
    guard let effect = value.string else {
        return [DocumentProblem("policy.effect", "`Effect` takes `Allow` or `Deny`", at: path)]
    }
    if effect == "Allow" || effect == "Deny" { return [] }
    let known = ["Allow", "Deny"].first { $0.lowercased() == effect.lowercased() }
    return [
        DocumentProblem(
            "policy.effect", "`\(effect)` is no effect", at: path,
            help: known.map { "write `\($0)`" } ?? "write `Allow` or `Deny`")
    ]
}

/// Whether there is an empty list or text: quicker to see than where it is.
private func holdsEmpty(_ value: JSONValue) -> Bool {
    switch value {
    // Whatever starts with a printable ASCII character is not empty.
    case .string(let text): (text.utf8.first.map { $0 <= 0x20 || $0 >= 0x7F } ?? true)
    case .array(let items): items.isEmpty || items.contains(where: holdsEmpty)
    case .object(let members): members.isEmpty || members.contains { holdsEmpty($0.value) }
    case .null, .boolean, .number: false
    }
}

/// Empty lists and texts, at any depth: `Resource` has an object form with lists inside.
private func emptyProblems(
    _ value: JSONValue, _ name: String, at path: [ElementPath.Step]
) -> [DocumentProblem] {
    let empty = DocumentProblem("policy.empty", "`\(name)` is empty", at: path)
    switch value {
    case .string(let text): return text.allSatisfy(\.isWhitespace) ? [empty] : []
    case .array(let items):
        if items.isEmpty { return [empty] }
        return items.enumerated().flatMap { emptyProblems($1, name, at: path + [.item($0)]) }
    case .object(let members):
        if members.isEmpty { return [empty] }
        return members.flatMap { emptyProblems($0.value, name, at: path + [.member($0.name)]) }
    case .null, .boolean, .number: return []
    }
}
