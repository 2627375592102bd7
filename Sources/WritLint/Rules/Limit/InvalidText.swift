internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// A description or display name that the vendor does not take.
    static let invalidText = Rule(
        "LIM011", "invalid-text", .error,
        page: RulePage(
            summary: "A description or a display name has characters or a length that its vendor refuses.",
            why: "The object cannot be created or changed: the apply stops there.",
            avoid: "description: \"for R&D\"   # of an agency of Huawei",
            prefer: "description: \"for research and development\"",
            references: [
                "Huawei Cloud IAM: agency description, without @#$%^&*<>\\`",
                "Volcengine IAM: CreateGroup and CreateRole, Description up to 128, DisplayName up to 64 characters",
                "Volcengine IAM: CreatePolicy, Description up to 128 characters by Cloud Control, 255 by the SDK",
                "AWS IAM: CreateRole, Description in Latin-1",
            ]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    for object in account.objects {
        for field in [Field.description, .displayName] {
            guard case .scalar(.text(let text))? = object.fields[field],
                let problem = problem(of: text, field, object, account.dialect)
            else { continue }
            report.find(
                "`\(field.rawValue)` of `\(object.address.name)` \(problem.words)",
                at: .field(object.address, field), help: problem.help, severity: problem.severity)
        }
    }
}

private func problem(
    of text: String, _ field: Field, _ object: DesiredObject, _ dialect: Dialect
) -> (words: String, help: String, severity: LintSeverity?)? {
    let scalars = text.unicodeScalars
    if let (most, severity) = limit(field, object.address.kind, dialect), scalars.count > most {
        return ("has \(scalars.count) characters of at most \(most)", "shorten it", severity)
    }
    guard object.address.kind == .agency else { return nil }
    let bad = scalars.first { scalar in
        switch dialect {
        // Trust agencies are of another interface, which does not say so.
        case .huawei: object.fields[.trustPolicy] == nil && "@#$%^&*<>\\`".unicodeScalars.contains(scalar)
        case .aws: !isLatin(scalar)
        case .jd, .volcengine: false
        }
    }
    return bad.map { ("has the character `\($0)`", "write it without", nil) }
}

private func limit(_ field: Field, _ kind: Kind, _ dialect: Dialect) -> (Int, LintSeverity?)? {
    switch (dialect, kind, field) {
    case (.volcengine, .group, .displayName): (64, nil)
    case (.volcengine, .group, .description), (.volcengine, .agency, .description): (128, nil)
    // The pages disagree.
    case (.volcengine, .policy, .description): (128, .low)
    default: nil
    }
}

private func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA1...0xFF: true
    default: false
    }
}
