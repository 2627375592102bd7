package import WritPolicy

/// An answer for people: the decision, then the statements it rests on.
///
/// - Parameter files: The names of the documents of ``Question/identity``, in their order.
package func render(_ answer: Answer, of question: Question, files: [String], style: Style) -> String {
    let (word, role): (String, Style.Role) =
        switch answer.verdict {
        case .allowed: ("allowed", .added)
        case .explicitDeny: ("denied by a Deny", .removed)
        case .implicitDeny: ("denied: no statement allows it", .removed)
        case .uncertain: ("uncertain", .changed)
        }
    var text = style.paint(word, role) + "\n"
    for ground in answer.grounds where ground.part == .identity {
        let statement = question.identity.statements[ground.statement]
        let document = question.identity.documents[ground.statement]
        let file = document < files.count ? files[document] : "document \(document + 1)"
        let sid = statement.sid.map { " `\($0)`" } ?? ""
        text += "  \(statement.effect.rawValue) in \(terminalSafe(file)), "
        text += "statement \(statement.index + 1)\(terminalSafe(sid))\n"
    }
    for reason in answer.reasons { text += "  because \(terminalSafe(reason.description))\n" }
    return text
}
