internal import WritDiagnostics
internal import WritPolicy

extension Rule {
    /// An Allow by what it leaves out.
    static let allowNotResource = Rule(
        "SEC007", "allow-not-resource", .high,
        page: RulePage(
            summary: "An Allow names the resources that it leaves out, and so allows all others.",
            why: """
                Every resource that is not named is allowed, also those that come later. A Deny beside it would have to know them all.
                """,
            avoid: #"""
                Effect: Allow
                Action: ["obs:*:*"]
                NotResource: ["obs:*:*:bucket:audit"]
                """#,
            prefer: #"""
                Effect: Allow
                Action: ["obs:*:*"]
                Resource: ["obs:*:*:bucket:uploads", "obs:*:*:object:uploads/*"]
                """#,
            references: ["parliament NOTRESOURCE_WITH_ALLOW", "npkt"]),
        check: .statement(of: .excludes, inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard let reading = statement.reading, reading.effect == .allow, !reading.resources.excluded.isEmpty,
        let element = statement.element("NotResource")
    else { return }
    // Volcengine subtracts from what stands beside it, which may be narrow enough.
    if let included = reading.resources.included,
        !included.contains(where: { $0.isUnlimited(policy.dialect) })
    {
        return
    }
    report.find(
        "the statement allows every resource but those in `\(element.name)`", at: element.path, of: policy,
        key: true, label: "everything else is allowed", help: "list what is allowed in `Resource`")
}
