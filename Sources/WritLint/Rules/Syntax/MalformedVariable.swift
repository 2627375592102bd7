internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// A variable that is not one.
    static let malformedVariable = Rule(
        "SYN022", "malformed-variable", .error, dialects: [.aws, .jd, .volcengine],
        page: RulePage(
            summary: "A variable is not closed, empty, unknown, or stands where the dialect has none.",
            why: """
                It stays text: the statement is about somebody who is called `${name`. JD Cloud knows `${accountId}` and \
                `${name}`, and only in the values of conditions.
                """,
            avoid: "Resource: \"arn:aws:s3:::home/${aws:username/*\"",
            prefer: "Resource: \"arn:aws:s3:::home/${aws:username}/*\"",
            references: [
                "AWS IAM Access Analyzer: Missing brace in variable, Empty variable, Unsupported space in variable",
                "JD Cloud IAM: policy variables", "Volcengine IAM: policy variables",
            ]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard statement.facts.all.contains(.dollar) else { return }
    for member in statement.members {
        let name = member.name.lowercased()
        let isFree =
            policy.dialect == .aws && !["action", "notaction", "principal", "notprincipal"].contains(name)
        guard member.value.holds({ isFree ? !hasGoodVariables($0) : $0.utf8.contains(UInt8(ascii: "$")) })
        else { continue }
        for (value, path) in member.value.scalars(at: statement.path.member(member.name)) {
            guard let text = value.string, text.contains("$") else { continue }
            guard let problem = problem(of: text, in: name, policy) else { continue }
            report.find(
                problem.message, at: path, of: policy, help: problem.help)
        }
    }
}

/// Whether each variable, if there is any, is a closed one with a name of visible ASCII and without a default: nearly all are.
///
/// Says no of a text beyond ASCII with a `$`, where a mark may sit on it and make it another character.
private func hasGoodVariables(_ text: String) -> Bool {
    var length: Int?
    var last: UInt8 = 0
    for byte in text.utf8 {
        if byte >= 0x7F { return !text.utf8.contains(UInt8(ascii: "$")) }
        if let inner = length {
            if byte <= 0x20 || byte == UInt8(ascii: ",") { return false }
            if byte == UInt8(ascii: "}") {
                if inner == 0 { return false }
                length = nil
            } else {
                length = inner + 1
            }
        } else if byte == UInt8(ascii: "{"), last == UInt8(ascii: "$") {
            length = 0
        }
        last = byte
    }
    return length == nil
}

private func problem(
    of text: String, in element: String, _ policy: LintedPolicy
) -> (message: String, help: String)? {
    let variables = readVariables(text)
    for variable in variables {
        guard let inner = variable.inner else {
            return ("`\(text)` has a variable that is not closed", "put `}` behind the name")
        }
        let key = inner.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
        if key.first?.isEmpty ?? true { return ("`\(text)` has a variable without a name", "name the key") }
        if key.count == 1, inner.contains(where: \.isWhitespace) {
            return ("the variable `${\(inner)}` has a space in its name", "take the space out")
        }
        if key.count == 2, !isQuoted(key[1]) {
            return (
                "the variable `${\(inner)}` has a default that is not between quotes",
                "write `${\(key[0]), 'default'}`"
            )
        }
        if let problem = placeProblem(variable, text, inner, element, policy) { return problem }
    }
    return nil
}

private func placeProblem(
    _ variable: Variable, _ text: String, _ inner: Substring, _ element: String, _ policy: LintedPolicy
) -> (message: String, help: String)? {
    let words = "the variable `${\(inner)}` is text"
    switch (policy.dialect, element) {
    case (_, "action"), (_, "notaction"): return ("\(words) in an action", "write out the actions")
    case (_, "principal"), (_, "notprincipal"):
        return ("\(words) in a principal", "name the principal, or compare its key in a condition")
    case (.jd, "condition"):
        if ["accountId", "name"].contains(inner) { return nil }
        return ("JD Cloud has no variable `${\(inner)}`", "it has `${accountId}` and `${name}`")
    case (.jd, _): return ("\(words) outside of conditions", "compare it in a condition")
    case (.volcengine, "resource"), (.volcengine, "notresource"):
        if variable.colonsBefore >= 4 { return nil }
        return ("\(words) before the path of a TRN", "use it in the path, behind the fourth colon")
    default: return nil
    }
}

private func isQuoted(_ text: Substring) -> Bool {
    let text = text.drop(while: \.isWhitespace)
    return text.count >= 2 && text.first == "'" && text.last == "'"
}

/// A `${…}` as it is written.
private struct Variable {
    /// What stands between the braces; `nil` where the second one is missing.
    var inner: Substring?
    /// How many colons stand before it, those in other variables left out.
    var colonsBefore: Int
}

private func readVariables(_ text: String) -> [Variable] {
    var result: [Variable] = []
    var rest = text[...]
    var colons = 0
    while let start = rest.firstIndex(where: { $0 == "$" || $0 == ":" }) {
        let next = rest.index(after: start)
        if rest[start] == ":" { colons += 1 }
        guard rest[start] == "$", rest[next...].first == "{" else {
            rest = rest[next...]
            continue
        }
        let inside = rest[rest.index(after: next)...]
        guard let close = inside.firstIndex(of: "}") else {
            return result + [Variable(inner: nil, colonsBefore: colons)]
        }
        result.append(Variable(inner: inside[..<close], colonsBefore: colons))
        rest = inside[inside.index(after: close)...]
    }
    return result
}
