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
        let problem: RecipientProblem
        do throws(RecipientProblem) {
            let recipient = try Recipient(parsing: tree.string(of: slot.node))
            let isPlain = tree.traits(of: slot.node).isPlainASCII
            // The comment of an SSH key is the author's.
            return isPlain || hasOnlyPlainCharacters(tree.string(of: slot.node), slot) ? recipient : nil
        } catch {
            problem = error
        }
        // What is wrong with the text as a text comes first: it is empty, or a secret of another sort.
        guard problem.isSecret || nonEmptyText(slot) != nil else { return nil }
        var diagnostic = Diagnostic(
            "secret.recipient", "`\(path(slot))` \(problem.reason)", at: span(slot), help: problem.help)
        diagnostic.isSecret = problem.isSecret
        add(diagnostic)
        return nil
    }
}
