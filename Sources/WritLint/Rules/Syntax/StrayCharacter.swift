internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A character that is not seen, or looks like another one.
    static let strayCharacter = Rule(
        "SYN015", "stray-character", .medium,
        page: RulePage(
            summary: """
                A text of a document has a space at an end, a character that is not seen, or one that looks like an ASCII letter.
                """,
            why: """
                The text matches nothing, and no reviewer can see why: `" obs:bucket:CreateBucket"` allows nothing, and denies \
                nothing.
                """,
            avoid: #"Action: [" obs:bucket:CreateBucket"]"#,
            prefer: #"Action: ["obs:bucket:CreateBucket"]"#,
            fixSafety: "Unsafe: the text matches what it seemed to match, which it did not before.",
            references: ["Unicode Technical Standard 39: confusable characters"]),
        diagnostics: [
            "text.bidi", "text.control", "text.invisible", "text.line-separator", "text.unassigned",
        ],
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    let facts = statement.facts
    let suspects: TextFacts = [.odd, .space]
    for element in facts.actions.isDisjoint(with: suspects) ? [] : statement.actionElements {
        for (text, path) in element.texts { inspect(text, at: path, isAction: true, policy, &report) }
    }
    let all = facts.resources.union(facts.principals).union(facts[.sid]).union(facts[.effect])
    if all.isDisjoint(with: suspects) { return }
    let others = statement.resourceElements + statement.principalElements
    for element in others + [.sid, .effect].compactMap({ statement.element($0) }) {
        for (text, path) in element.deepTexts { inspect(text, at: path, isAction: false, policy, &report) }
    }
}

private func inspect(
    _ text: String, at path: ElementPath, isAction: Bool, _ policy: LintedPolicy, _ report: inout Report
) {
    // Whatever is printable ASCII from end to end is seen.
    let inner: (UInt8) -> Bool = { isAction ? $0 > 0x20 && $0 < 0x7F : $0 >= 0x20 && $0 < 0x7F }
    let ends = [text.utf8.first, text.utf8.last].compactMap(\.self)
    if text.utf8.allSatisfy(inner), ends.allSatisfy({ $0 != 0x20 }) { return }
    guard let problem = problem(of: text, isAction: isAction) else { return }
    let clean = cleaned(text, isAction: isAction)
    report.find(
        "`\(text)` \(problem)", at: path, of: policy,
        help: clean.isEmpty ? "take it out" : "write `\(clean)`",
        fix: clean.isEmpty || clean == text
            ? nil : Fix("write `\(clean)`", .unsafe, .document([.set(path, .string(clean))], of: policy.id)))
}

private func problem(of text: String, isAction: Bool) -> String? {
    let scalars = text.unicodeScalars
    if scalars.contains(where: { RefusedCharacter($0) != nil }) { return "has a character that is not seen" }
    if isAction, confusable(text) != nil { return "has letters that only look like ASCII ones" }
    if scalars.first?.properties.isWhitespace ?? false { return "starts with a space" }
    if scalars.last?.properties.isWhitespace ?? false { return "ends with a space" }
    if isAction, scalars.contains(where: \.properties.isWhitespace) { return "has a space in it" }
    return nil
}

private func cleaned(_ text: String, isAction: Bool) -> String {
    let seen = String(String.UnicodeScalarView(text.unicodeScalars.filter { RefusedCharacter($0) == nil }))
    let plain = isAction ? confusable(seen) ?? seen : seen
    if isAction { return plain.filter { !$0.isWhitespace } }
    return String(plain.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
}
