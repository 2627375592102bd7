internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// Somebody who can do both of what two people should do.
    static let combinedDuties = Rule(
        "OBJ018", "combined-duties", .high,
        options: [
            RuleOption(
                "pairs", .texts([]),
                "Actions that nobody may hold together: patterns by commas, `and` between the two sides."),
            RuleOption(
                "except", .texts([]), "Who may hold them, as `user/NAME`, `group/NAME` or `agency/NAME`."),
        ],
        page: RulePage(
            summary:
                "A user or an agency can do something of both sides of a pair that the site keeps apart.",
            why: """
                Whoever asks for a payment and approves it needs nobody else. The answer is exact: it is worked out from all that \
                reaches somebody, also through agencies, and silent where nobody knows. An `Invariant` manifest with `separate` \
                says the same with resources and context, and is checked by `writ test`; this rule is for pairs that hold \
                everywhere.
                """,
            avoid:
                "Action: [\"kms:cmk:create\", \"kms:cmk:decrypt\"]  # pairs: [\"kms:cmk:create and kms:cmk:decrypt\"]",
            prefer: "Action: [\"kms:cmk:create\"]",
            references: [
                "NIST SP 800-53 AC-5", "CIS Google Cloud Foundations 1.8, 1.11",
            ]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    let pairs = report.pairs("pairs")
    guard !pairs.isEmpty else { return }
    let nowhere = SourceSpan(startOf: "writ.yaml")
    var except: [CheckPrincipal] = []
    for text in report.texts("except") {
        if let address = Address(parsing: text), address.kind.isPrincipal {
            except.append(CheckPrincipal(address, at: nowhere))
        } else {
            report.refuse(text, of: "except", help: "write `user/NAME`, `group/NAME` or `agency/NAME`")
        }
    }
    for pair in pairs {
        let regions = [pair.first, pair.second].map { AccessRegion($0, at: nowhere) }
        let check = AccessCheck(
            name: pair.text, span: nowhere,
            content: .invariant(Invariant(.separate(regions), except: except)))
        for finding in runChecks([check], on: account.access, at: account.asOf).flatMap(\.findings) {
            guard finding.sort == .failed, let principal = finding.evidence.first?.question.principal else {
                continue
            }
            let actions = finding.evidence.map(\.question.action)
            report.find(
                "`\(principal)` may do \(listed(actions)), which are two people's work",
                at: account.place(of: principal), help: "take one of the two away from it")
        }
    }
}
