internal import WritDiagnostics
package import WritModel

/// Marks the findings that a waiver covers, and reports waivers that are wrong, expired or unused.
///
/// - Parameters:
///   - known: every rule there is.
///   - isWhole: whether every rule ran over everything, so that an unused waiver is one.
package func apply(
    _ waivers: [Waiver], to findings: [Finding], with rules: RuleSet, at moment: Instant,
    known: [Rule] = ruleCatalogue, isWhole: Bool = true
) -> [Finding] {
    var result = findings
    var used: Set<Int> = []
    for index in result.indices where !result[index].isRefusal {
        for (number, waiver) in waivers.enumerated() where waiver.covers(result[index]) {
            used.insert(number)
            if waiver.holds(at: moment), result[index].waiver == nil {
                result[index].waiver = waiver.reason.isEmpty ? "no reason given" : waiver.reason
            }
        }
    }
    let uses = waivers.enumerated().map { number, waiver in
        WaiverUse(
            waiver: waiver, isUsed: used.contains(number) ? true : isWhole ? false : nil, moment: moment,
            known: known)
    }
    var run = LintRun(rules, Places(SourceMap(), target: nil) { _ in nil })
    for rule in rules.rules where rules.isUsed(rule) {
        guard case .waiver(let check) = rule.check else { continue }
        run.run(rule) { report in
            for use in uses { check(use, &report) }
        }
    }
    return (result + run.findings).ordered()
}
