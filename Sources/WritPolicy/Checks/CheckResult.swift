package import WritDiagnostics
package import WritModel

/// What became of a check.
package struct CheckResult: Hashable, Sendable {
    /// The check.
    package var check: AccessCheck
    /// How many single statements were looked at.
    package var count: Int
    /// What does not hold, or cannot be told.
    package var findings: [CheckFinding]

    /// Whether everything holds, proved.
    package var holds: Bool { findings.isEmpty }
}

/// A statement of a check that does not hold, or of which nobody knows.
package struct CheckFinding: Hashable, Sendable {
    /// Whether there is a counterexample.
    package enum Sort: String, Hashable, Sendable { case failed, unknown }

    /// Whether there is a counterexample.
    package var sort: Sort
    /// A lower-case sentence about what was found.
    package var message: String
    /// Where the statement stands.
    package var span: SourceSpan
    /// The requests that prove it, each with its answer.
    package var evidence: [CheckEvidence]
    /// Why nobody knows, in order.
    package var reasons: [OpenReason]
}

/// A request with its answer.
package struct CheckEvidence: Hashable, Sendable {
    /// What was asked.
    package var question: AccessQuestion
    /// What came of it.
    package var answer: AccessAnswer
}

/// Runs checks against an account's access, each to its end.
///
/// - Parameter moment: when, for checks that do not say.
package func runChecks(_ checks: [AccessCheck], on access: AccountAccess, at moment: Instant) -> [CheckResult]
{
    checks.map { check in
        switch check.content {
        case .test(let expectations):
            var result = CheckResult(check: check, count: 0, findings: [])
            for expectation in expectations {
                var run = ExpectationRun(access: access, expectation: expectation, moment: moment)
                run.run()
                result.count += run.count
                result.findings += run.findings
            }
            return result
        case .invariant(let invariant):
            var run = InvariantRun(access: access, invariant: invariant, span: check.span, moment: moment)
            run.run()
            return CheckResult(check: check, count: run.count, findings: run.findings)
        }
    }
}
