internal import WritModel

/// What is wrong with single values of a document that was written as JSON.
///
/// A number or boolean means a text only among the values of a condition, as vendors' own examples do.
func scalarProblems(of document: JSONValue) -> [DocumentProblem] {
    var problems: [DocumentProblem] = []
    visit(document, at: [], isInCondition: false, &problems)
    return problems
}

private func visit(
    _ value: JSONValue, at path: [ElementPath.Step], isInCondition: Bool, _ problems: inout [DocumentProblem]
) {
    switch value {
    case .null:
        problems.append(
            DocumentProblem("type.null", "`null` has no meaning in a policy document", at: path))
    case .boolean(let flag):
        if !isInCondition { problems.append(unquoted(flag ? "true" : "false", at: path)) }
    case .number(let text):
        if !isInCondition {
            problems.append(unquoted(text, at: path))
        } else if Int(text) == nil {
            problems.append(
                DocumentProblem(
                    "policy.json", "`\(text)` is no whole number that every reader holds", at: path,
                    help: "write it as a text: `\"\(text)\"`"))
        }
    case .string(let text):
        if let problem = textProblem(text, at: path) { problems.append(problem) }
    case .array(let items):
        for (index, item) in items.enumerated() {
            visit(item, at: path + [.item(index)], isInCondition: isInCondition, &problems)
        }
    case .object(let members):
        for member in members {
            let isInCondition = isInCondition || member.name.lowercased() == "condition"
            visit(member.value, at: path + [.member(member.name)], isInCondition: isInCondition, &problems)
        }
    }
}

private func unquoted(_ text: String, at path: [ElementPath.Step]) -> DocumentProblem {
    DocumentProblem(
        "type.quote-it", "`\(text)` is not a text", at: path, help: "write `\"\(text)\"`")
}

private func textProblem(_ text: String, at path: [ElementPath.Step]) -> DocumentProblem? {
    if let sort = secretSort(text) {
        var problem = DocumentProblem(
            "secret.plaintext", "the document holds what looks like \(sort)", at: path,
            help: "delete it and replace the secret: it stays in the repository's history")
        problem.isSecret = true
        return problem
    }
    for scalar in text.unicodeScalars {
        guard let reason = RefusedCharacter(scalar) else { continue }
        let words = reason.words(scalar)
        return DocumentProblem(words.code, words.message, at: path, help: words.help)
    }
    return nil
}
