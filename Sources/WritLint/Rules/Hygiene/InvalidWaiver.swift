internal import WritDiagnostics

extension Rule {
    /// A waiver that cannot be read or names no rule.
    static let invalidWaiver = Rule(
        "HYG009", "invalid-waiver", .medium,
        page: RulePage(
            summary: "A comment for Writ cannot be read, or names a rule that does not exist.",
            why: "It waives nothing, while whoever wrote it believes that it does.",
            avoid: "# writ: ignore SEC4",
            prefer: "# writ: allow SEC004 until 2027-03-31 -- moved to a bucket of its own by then"),
        check: .waiver(inspect))
}

private func inspect(_ use: WaiverUse, _ report: inout Report) {
    let place = Place.span(use.waiver.span)
    if let problem = use.waiver.problem {
        return report.find(problem, at: place, help: "write `# writ: allow CODE until DATE -- reason`")
    }
    for name in use.waiver.rules where !use.known.contains(where: { $0.names.contains(name) }) {
        let near = nearestName(to: name, among: use.known.flatMap { [$0.code, $0.name] })
        report.find(
            "there is no rule `\(name)`", at: place,
            help: near.map { "did you mean `\($0)`?" } ?? "`writ rule` lists the rules")
    }
}
