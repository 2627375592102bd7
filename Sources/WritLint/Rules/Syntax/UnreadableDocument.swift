internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A document that is no JSON, or says one key twice.
    static let unreadableDocument = Rule(
        "SYN001", "unreadable-document", .error,
        page: RulePage(
            summary: "A document is not JSON, or holds one key twice, be it in another case.",
            why: """
                Vendors refuse the document, or keep one of the two values without saying which: the other one is text that \
                everybody reads and nobody enforces.
                """,
            avoid: #"{"Effect": "Allow", "effect": "Deny", "Action": ["ecs:*:*"]}"#,
            prefer: #"{"Effect": "Deny", "Action": ["ecs:*:*"]}"#,
            references: [
                "AWS IAM Access Analyzer: JSON syntax error, Duplicate keys with different case",
                "Huawei Cloud IAM error PAP5.0033", "parliament EXCEPTION, MALFORMED_JSON",
            ]),
        diagnostics: ["policy.json", "policy.duplicate-key"],
        check: .policy(inspect))
}

private func inspect(_ policy: LintedPolicy, _ report: inout Report) {
    if mayRepeat(policy.json) { inspect(policy.json, at: ElementPath(), of: policy, &report) }
}

/// Whether some object has two names that differ in case at most, or names beyond ASCII, whose case is more than bytes.
private func mayRepeat(_ value: JSONValue) -> Bool {
    switch value {
    case .null, .boolean, .number, .string: return false
    case .array(let items):
        for index in items.indices {
            if case .string = items[index] { continue }
            if mayRepeat(items[index]) { return true }
        }
        return false
    case .object(let members):
        for index in members.indices {
            switch members[index].value {
            case .array, .object: if mayRepeat(members[index].value) { return true }
            case .null, .boolean, .number, .string: continue
            }
        }
        return members.count > 1 && mayRepeatName(members)
    }
}

/// Whether two names differ in case at most, or one goes beyond ASCII.
private func mayRepeatName(_ members: [JSONValue.Member]) -> Bool {
    // Mostly each name is of a length of its own.
    var lengths: UInt64 = 0
    for index in members.indices {
        let count = members[index].name.utf8.count
        if members[index].name.utf8.contains(where: { $0 >= 0x80 }) { return true }
        let length: UInt64 = 1 << UInt64(min(count, 63))
        if lengths & length != 0 {
            for other in 0..<index
            where members[other].name.utf8.count == count
                && isSameName(members[other].name, members[index].name)
            {
                return true
            }
        }
        lengths |= length
    }
    return false
}

private func inspect(
    _ value: JSONValue, at path: ElementPath, of policy: LintedPolicy, _ report: inout Report
) {
    for (index, item) in (value.array ?? []).enumerated() {
        inspect(item, at: path.item(index), of: policy, &report)
    }
    var first: [String: String] = [:]
    for member in value.members ?? [] {
        let place = path.member(member.name)
        inspect(member.value, at: place, of: policy, &report)
        let folded = foldedKey(member.name)
        guard let earlier = first[folded] else {
            first[folded] = member.name
            continue
        }
        report.find(
            "`\(member.name)` is the same key as `\(earlier)`", at: place, of: policy, key: true,
            notes: [("it stands first here", .key(path.member(earlier), of: policy.id))],
            help: "keep one of the two")
    }
}

/// Keys count without case, names of tags behind a slash with it.
private func foldedKey(_ name: String) -> String {
    let parts = name.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    return ([parts.first?.lowercased() ?? ""] + parts.dropFirst().map(String.init)).joined(separator: "/")
}
