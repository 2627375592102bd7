internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A private range where the vendor says the public address.
    static let privateSourceAddress = Rule(
        "CND016", "private-source-address", .high,
        page: RulePage(
            summary: "A range of private addresses is listed for the key of the public source address.",
            why: """
                The vendor sees the address that leaves the network, which is never a private one: an Allow gives nothing, and \
                an exception of a Deny excepts nobody.
                """,
            avoid: #"Condition: {IpAddress: {"g:SourceIp": ["10.0.0.0/8"]}}"#,
            prefer: #"Condition: {IpAddress: {"g:SourceIp": ["203.0.113.0/24"]}}"#,
            references: ["AWS Access Analyzer: private IP address in aws:SourceIp"]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    for condition in statement.conditions
    where condition.meaning.operator.test == .address
        && condition.meaning.key == policy.dialect.globalPrefix + "sourceip"
    {
        for value in condition.values {
            guard case .range(let range) = value.meaning,
                privateRanges.contains(where: { $0.contains(range) })
            else { continue }
            report.find(
                "`\(value.text)` is private, and `\(condition.meaning.keyName)` is a public address",
                at: value.path, of: policy, label: "never matches",
                help: "list the public addresses, or use a key of the private network")
        }
    }
}

private let privateRanges = [
    "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "169.254.0.0/16", "fc00::/7", "fe80::/10",
    "::1",
].compactMap { AddressRange($0) }
