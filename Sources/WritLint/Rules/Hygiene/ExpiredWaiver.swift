internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// A waiver past its day, or without a reason.
    static let expiredWaiver = Rule(
        "HYG004", "expired-waiver", .medium,
        page: RulePage(
            summary: "A waiver is past its day, or says no reason.",
            why: """
                A permanent ignore is how a checker goes blind. What a waiver covered is reported again from the day after its \
                last one; without a reason nobody can tell whether it still holds.
                """,
            avoid: "# writ: allow SEC004 until 2024-01-01",
            prefer: "# writ: allow SEC004 until 2027-03-31 -- moved to a bucket of its own by then",
            references: ["Prowler mute list"]),
        check: .waiver(inspect))
}

private func inspect(_ use: WaiverUse, _ report: inout Report) {
    let waiver = use.waiver
    guard waiver.problem == nil else { return }
    if !waiver.holds(at: use.moment), let until = waiver.until {
        report.find(
            "the waiver ended with \(until)", at: .span(waiver.span),
            help: "mend what it covered and take it out, or give it a new end and a reason")
    } else if waiver.reason.isEmpty {
        report.find(
            "the waiver says no reason", at: .span(waiver.span), help: "end it with `-- ` and the reason")
    }
}
