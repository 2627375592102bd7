/// A revision as the user writes it: a name, and how many first parents to go back.
struct RevisionExpression: Hashable, Sendable {
    /// A branch, a tag, a commit id or `HEAD`.
    var name: String
    /// How many first parents to go back.
    var generations: Int

    /// Reads `name`, `name~` or `name~3`; nothing else of git's revision language.
    /// - Throws: `revisionSyntax`.
    init(_ text: String) throws(GitError) {
        let parts = text.split(separator: "~", maxSplits: 1, omittingEmptySubsequences: false)
        self.name = String(parts[0])
        self.generations = 0
        guard !name.isEmpty else { throw .revisionSyntax(text, reason: "names no branch, tag or commit") }
        if parts.count == 2 {
            let digits = parts[1]
            guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), digits.utf8.count <= 9 else {
                throw .revisionSyntax(text, reason: "has something else than a number behind `~`")
            }
            self.generations = digits.isEmpty ? 1 : Int(digits) ?? 1
        }
        guard name == "HEAD" || name != "@" && isReferenceName("refs/" + name) else {
            throw .revisionSyntax(text, reason: "is not a branch, a tag or a commit id")
        }
    }
}
