package import WritLint
package import WritModel
package import WritPolicy

/// What the rules find in policy texts, on as many cores as there are. In the order of the texts.
package func lintOnAllCores(
    _ subjects: [PolicySubject], dialect: Dialect, kind: PolicyKind, _ rules: RuleSet
) async -> [Finding] {
    // Small enough that the last one keeps nobody waiting long.
    await lintOnAllCores(
        shares: shares(of: subjects.count, size: 16).map { subjects[$0] }, dialect: dialect, kind: kind, rules
    )
}

/// What the rules find in shares of policy texts, each of which one core looks at. In their order.
package func lintOnAllCores<Share: Sequence<PolicySubject> & Sendable>(
    shares: [Share], dialect: Dialect, kind: PolicyKind, _ rules: RuleSet
) async -> [Finding] {
    let found = await onAllCores(shares) { lint($0, dialect: dialect, kind: kind, with: rules) }
    var findings: [Finding] = []
    findings.reserveCapacity(found.reduce(0) { $0 + $1.count })
    for part in found { findings += part }
    return findings
}
