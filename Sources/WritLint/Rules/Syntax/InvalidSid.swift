internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A name of a statement that the vendor does not take.
    static let invalidSid = Rule(
        "SYN012", "invalid-sid", .low,
        page: RulePage(
            summary:
                "A `Sid` is empty, has characters that AWS refuses, or stands where the dialect has none.",
            why: """
                AWS takes letters and digits and refuses the document otherwise. JD Cloud, Volcengine and Huawei's policies of \
                version 1.1 have no such element: it gets lost or refused.
                """,
            avoid: "Sid: \"read logs\"",
            prefer: "Sid: ReadLogs",
            fixSafety: "Unsafe: a name means nothing for access, and something to whoever looks for it.",
            references: [
                "AWS IAM Access Analyzer: Empty Sid value, Unsupported Sid", "parliament INVALID_SID",
                "AWS IAM: JSON policy elements, Sid",
            ]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard let sid = statement.element(.sid), let text = sid.value.string else { return }
    // Huawei's roles are not written here, and nobody says whether they have it.
    if let form = policy.form, !form.has(.sid, in: policy.kind) {
        return report.find(
            "\(policy.formWords) have no `\(sid.name)`", at: sid.path, of: policy, key: true,
            help: "take it out, and say it in a comment", fix: removal(of: sid, policy))
    }
    if text.isEmpty {
        return report.find(
            "`\(sid.name)` is empty", at: sid.path, of: policy, help: "name the statement, or take it out",
            fix: removal(of: sid, policy))
    }
    guard policy.dialect == .aws, policy.kind != .resource, !text.utf8.allSatisfy(isAlphanumeric) else {
        return
    }
    let name = camelName(text)
    report.find(
        "`\(text)` has characters that no `Sid` has", at: sid.path, of: policy,
        help: name.isEmpty ? "write letters and digits" : "write `\(name)`",
        fix: name.isEmpty
            ? nil
            : Fix("name it `\(name)`", .unsafe, .document([.set(sid.path, .string(name))], of: policy.id)))
}

private func removal(of sid: LintedElement, _ policy: LintedPolicy) -> Fix {
    Fix("take it out", .unsafe, .document([.remove(sid.path)], of: policy.id))
}

private func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
}

/// `read logs` as `ReadLogs`.
private func camelName(_ text: String) -> String {
    text.split { $0.utf8.count != 1 || !$0.utf8.allSatisfy(isAlphanumeric) }
        .map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
}
