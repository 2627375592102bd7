/// What a rule's page says, under headings that are the same for every rule. Text is Markdown.
package struct RulePage: Hashable, Sendable {
    /// One sentence: what the rule finds.
    package var summary: String
    /// What goes wrong where it is left.
    package var why: String
    /// A piece of a manifest that the rule finds.
    package var avoid: String
    /// The same piece as the rule wants it; empty where that depends on the case.
    package var prefer: String
    /// What its fixes keep and what they change; empty for a rule without fixes.
    package var fixSafety: String
    /// Pages of the vendors and of comparable tools.
    package var references: [String]

    /// The page of a rule.
    package init(
        summary: String, why: String, avoid: String, prefer: String = "", fixSafety: String = "",
        references: [String] = []
    ) {
        self.summary = summary
        self.why = why
        self.avoid = avoid
        self.prefer = prefer
        self.fixSafety = fixSafety
        self.references = references
    }
}
