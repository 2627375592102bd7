internal import WritDiagnostics
extension Rule {
    /// A waiver that covers no finding.
    static let unusedWaiver = Rule(
        "HYG003", "unused-waiver", .low,
        page: RulePage(
            summary: "A waiver covers no finding any more.",
            why:
                "It would silently let the next finding at this place pass, for a reason that was about another one.",
            avoid: "Action: [\"ecs:servers:get\"]   # writ: allow SEC003 -- build server",
            prefer: "Action: [\"ecs:servers:get\"]",
            fixSafety: "Safe: takes the comment out; what is declared stays the same.",
            references: ["ESLint --report-unused-disable-directives", "ruff RUF100"]),
        check: .waiver(inspect))
}

private func inspect(_ use: WaiverUse, _ report: inout Report) {
    let waiver = use.waiver
    // One of a rule that does not exist is another rule's finding.
    let isReadable =
        waiver.problem == nil
        && waiver.rules.allSatisfy { name in use.known.contains { $0.names.contains(name) } }
    guard use.isUsed == false, isReadable else { return }
    var fix: Fix?
    if case .lines = waiver.reach {
        fix = Fix("take the comment out", .safe, .comment(waiver.span))
    }
    let names = waiver.rules.map { "`\($0)`" }.joined(separator: ", ")
    report.find(
        "the waiver of \(names) covers no finding", at: .span(waiver.span), help: "take it out", fix: fix)
}
