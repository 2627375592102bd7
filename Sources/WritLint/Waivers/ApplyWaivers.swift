internal import WritDiagnostics
package import WritModel

/// Marks the findings that a waiver covers, and reports waivers that are wrong, expired or unused.
///
/// - Parameters:
///   - known: every rule there is, for telling a misspelled name from one that found nothing.
///   - isWhole: whether every rule ran over everything, so that an unused waiver is one.
package func apply(
    _ waivers: [Waiver], to findings: [Finding], with rules: RuleSet, at moment: Instant,
    known: [Rule] = ruleCatalogue, isWhole: Bool = true
) -> [Finding] {
    var result = findings
    var used: Set<Int> = []
    for index in result.indices where result[index].severity != .error || !result[index].isRefusal {
        for (number, waiver) in waivers.enumerated() where waiver.covers(result[index]) {
            used.insert(number)
            if waiver.holds(at: moment), result[index].waiver == nil {
                result[index].waiver = waiver.reason.isEmpty ? "no reason given" : waiver.reason
            }
        }
    }
    var run = LintRun(rules, Places(SourceMap(), target: nil) { _ in nil })
    for rule in rules.rules where rules.isUsed(rule) {
        guard case .run = rule.check else { continue }
        run.run(rule) { report in
            for (number, waiver) in waivers.enumerated() {
                switch rule.code {
                case Rule.invalidWaiver.code: reportInvalid(waiver, known, &report)
                case Rule.expiredWaiver.code: reportExpired(waiver, at: moment, &report)
                case Rule.unusedWaiver.code where isWhole && !used.contains(number):
                    reportUnused(waiver, known, &report)
                default: break
                }
            }
        }
    }
    return (result + run.findings).ordered()
}

extension Finding {
    /// Whether the manifests are refused because of it, which no waiver can change.
    var isRefusal: Bool { fixes.isEmpty && isSecret }
}
