internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A version that the dialect does not have.
    static let wrongVersion = Rule(
        "SYN007", "wrong-version", .error,
        page: RulePage(
            summary: "`Version` is missing, or is none of the dialect's for that sort of policy.",
            why: """
                The version says by which grammar a document is read. Huawei has `1.0`, `1.1` and `5.0`, JD Cloud `3`, AWS \
                `2012-10-17`; Volcengine's documents have none. Another one is refused, and AWS reads a missing one as that \
                of 2008.
                """,
            avoid: "Version: \"5\"",
            prefer: "Version: \"5.0\"",
            fixSafety: """
                Safe where the same version is only spelled in another way, or none belongs there. Unsafe where the version \
                was missing or another one.
                """,
            references: [
                "AWS IAM Access Analyzer: Missing version, Invalid version",
                "Huawei Cloud Access Analyzer: INVALID_VERSION, MISSING_VERSION",
                "Huawei Cloud IAM errors IAM.1024, IAM.1026", "parliament NO_VERSION, INVALID_VERSION",
            ]),
        check: .policy(inspect))
}

private func inspect(_ policy: LintedPolicy, _ report: inout Report) {
    guard policy.json.members != nil else { return }
    let known = versions(policy)
    guard let element = policy.element("Version") else {
        if !known.isEmpty { reportMissing(known, policy, &report) }
        return
    }
    if known.isEmpty {
        return report.find(
            "\(policy.dialect.rawValue) policies have no `Version`", at: element.path, of: policy, key: true,
            help: "take it out",
            fix: Fix("take it out", .safe, .document([.remove(element.path)], of: policy.id)))
    }
    // What is no text is another rule's.
    guard let text = element.value.string, !known.contains(text),
        text != "2008-10-17" || policy.dialect != .aws
    else { return }
    let same = known.first { $0 == text + ".0" || text == $0 + ".0" || text == "v" + $0 }
    let meant = same ?? (known.count == 1 ? known.first : nearestName(to: text, among: known))
    report.find(
        "`\(text)` is no version of \(policy.dialect.rawValue) \(policy.kind.rawValue) policies",
        at: element.path, of: policy,
        help: "write " + known.map { "`\($0)`" }.joined(separator: " or "),
        fix: meant.map {
            Fix(
                "write `\($0)`", same == nil ? .unsafe : .safe,
                .document([.set(element.path, .string($0))], of: policy.id))
        })
}

private func versions(_ policy: LintedPolicy) -> [String] {
    switch policy.dialect {
    case .aws: ["2012-10-17"]
    case .huawei: policy.kind == .identity ? ["1.0", "1.1", "5.0"] : ["5.0"]
    case .jd: ["3"]
    case .volcengine: []
    }
}

private func reportMissing(_ known: [String], _ policy: LintedPolicy, _ report: inout Report) {
    // With variables in it the missing version changes what the document means: another rule says so.
    if policy.dialect == .aws, policy.hasVariables { return }
    let version = known.count == 1 ? known.first : nil
    report.find(
        "the document has no `Version`", at: ElementPath(), of: policy,
        help: "write " + known.map { "`\($0)`" }.joined(separator: " or "),
        fix: version.map {
            Fix(
                "add `Version`", .unsafe,
                .document([.set(ElementPath().member("Version"), .string($0))], of: policy.id))
        }, severity: policy.dialect == .aws ? .low : nil)
}
