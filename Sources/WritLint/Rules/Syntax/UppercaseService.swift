internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A service that is not written in small letters.
    static let uppercaseService = Rule(
        "SYN021", "uppercase-service", .medium,
        page: RulePage(
            summary: "The service of an action or a resource has capital letters.",
            why: """
                Names of services are small letters. Actions are compared without case and Huawei's resources in that segment \
                too; in the names of AWS, JD Cloud and Volcengine case counts, and the name matches nothing.
                """,
            avoid: "Resource: [\"OBS:*:*:bucket:logs\"]",
            prefer: "Resource: [\"obs:*:*:bucket:logs\"]",
            fixSafety: "Safe where the dialect compares the service without case, otherwise unsafe.",
            references: [
                "AWS IAM Access Analyzer: Invalid service case in ARN", "Huawei Cloud IAM: policy syntax",
            ]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    // AWS takes actions in any case, as its own policies show.
    for element in policy.dialect == .aws ? [] : statement.actionElements
    where element.value.holds({ mayHaveCapitals($0, 0) }) {
        for (text, path) in element.texts { inspect(text, at: path, 0, isCaseless: true, policy, &report) }
    }
    guard statement.facts.resources.contains(.colon) else { return }
    let index =
        switch policy.dialect {
        case .aws: 2
        case .huawei: 0
        case .jd, .volcengine: 1
        }
    let isCaseless = policy.dialect.caselessResourceSegments.contains(index)
    for element in statement.resourceElements where element.value.holds({ mayHaveCapitals($0, index) }) {
        for (text, path) in element.texts {
            inspect(text, at: path, index, isCaseless: isCaseless, policy, &report)
        }
    }
}

private func inspect(
    _ text: String, at path: ElementPath, _ index: Int, isCaseless: Bool, _ policy: LintedPolicy,
    _ report: inout Report
) {
    guard mayHaveCapitals(text, index) else { return }
    var segments = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard segments.count > index + 1 else { return }
    let service = segments[index]
    segments[index] = service.lowercased()
    guard segments[index] != service else { return }
    let name = segments.joined(separator: ":")
    report.find(
        "`\(text)` has capital letters in the service `\(service)`", at: path, of: policy,
        help: "write `\(name)`",
        fix: Fix(
            "write `\(name)`", isCaseless ? .safe : .unsafe,
            .document([.set(path, .string(name))], of: policy.id)))
}

/// Whether the segment has a capital letter of ASCII; a text beyond ASCII is for the characters to tell.
private func mayHaveCapitals(_ text: String, _ index: Int) -> Bool {
    var segment = 0
    for byte in text.utf8 {
        if byte >= 0x80 { return text.utf8.contains { (0x41...0x5A).contains($0) } }
        // Only what stands right behind a colon can make another character of it.
        if segment > index { return false }
        if byte == UInt8(ascii: ":") { segment += 1 }
        if segment == index, (0x41...0x5A).contains(byte) { return true }
    }
    return false
}
