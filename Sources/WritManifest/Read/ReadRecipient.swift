internal import WritDiagnostics
internal import WritModel

extension NodeReader {
    /// Whom a created value is encrypted to.
    mutating func recipient(_ slot: Slot) -> Recipient? {
        let node = tree[slot.node]
        guard node.kind == .scalar, !node.isBroken, !tree.isAbsent(slot.node) else {
            // Which tells what stands there instead of a text.
            _ = text(slot)
            return nil
        }
        let text = tree.string(of: slot.node)
        let problem: RecipientProblem
        do throws(RecipientProblem) {
            let recipient = try Recipient(parsing: text)
            // The comment of an SSH key is the author's.
            return tree.traits(of: slot.node).isPlainASCII || hasOnlyPlainCharacters(text, slot)
                ? recipient : nil
        } catch {
            problem = error
        }
        // What is wrong with the text as a text comes first: it is empty, or a secret of another sort.
        let isMeantAsOne = ["age1", "ssh-", "gpg:"].contains { text.lowercased().hasPrefix($0) }
        guard problem.isSecret || isMeantAsOne || nonEmptyText(slot) != nil else { return nil }
        var diagnostic = Diagnostic(
            "secret.recipient", "`\(path(slot))` \(problem.reason)", at: span(slot), help: problem.help)
        // A mistyped public key may look like a secret, and then is shown no more than one.
        diagnostic.isSecret = problem.isSecret || secretSort(text) != nil
        add(diagnostic)
        return nil
    }
}
