internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A resource that anybody may use.
    static let publicResource = Rule(
        "TRU014", "public-resource", .critical,
        page: RulePage(
            summary: "A resource policy lets somebody in of whom nothing is known.",
            why: """
                Anybody on the Internet may read, write or use the resource. The question is decided with the document's conditions \
                and Deny statements: a caller of no known account, organization or network is let in.
                """,
            avoid: #"""
                Effect: Allow
                Principal: "*"
                Action: s3:GetObject
                Resource: arn:aws:s3:::reports/*
                """#,
            prefer: #"""
                Effect: Allow
                Principal: {AWS: "arn:aws:iam::012345678901:root"}
                Action: s3:GetObject
                Resource: arn:aws:s3:::reports/*
                """#,
            references: [
                "AWS Access Analyzer: CheckNoPublicAccess", "Checkov CKV_AWS_70",
                "Huawei Cloud Config: public bucket",
            ]),
        check: .policy(inspect))
}

private func inspect(_ policy: LintedPolicy, _ report: inout Report) {
    guard policy.kind == .resource else { return }
    let outsider = Caller.outsider(policy.dialect)
    let open = policy.reading.statements.filter { $0.principals?.matches(outsider) ?? true }
    guard open.contains(where: { $0.effect == .allow }) else { return }
    var reading = policy.reading
    reading.statements = open.map { statement in
        var statement = statement
        statement.principals = nil
        return statement
    }
    let asked = Set(open.flatMap { $0.conditions.map(\.key) })
    var fixed: [String: String] = [:]
    for key in asked.intersection(callerKeys.union(networkKeys)) {
        // Nobody's account, name or network, and an address that is kept for examples.
        fixed[key] = key.hasSuffix("sourceip") ? "203.0.113.77" : "\u{25CA}"
    }
    let answer = gained(
        old: PolicySet([]), new: PolicySet([reading]), extent: .findings, bounds: RequestBounds(fixed: fixed))
    var seen: Set<Int> = []
    for finding in answer.findings {
        let found = open[finding.statement]
        guard seen.insert(found.index).inserted, found.principals?.isExcluding == false,
            let statement = policy.statements.first(where: { $0.index == found.index }),
            let element = statement.principalElement
        else { continue }
        let path =
            statement.principals.first { $0.entry.outsider(policy.dialect) != nil }?.path ?? element.path
        report.find(
            "anybody may do `\(finding.action?.text ?? finding.witness.action)`", at: path, of: policy,
            label: "anybody", help: "name the accounts that are meant, or add a condition on who calls")
    }
}
