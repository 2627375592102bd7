internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// A setting that the vendor does not have.
    static let settingOutOfRange = Rule(
        "ACC014", "setting-out-of-range", .error, dialects: [.aws, .huawei, .jd],
        page: RulePage(
            summary: "A setting of the password policy is outside of what the vendor takes.",
            why: """
                The vendor refuses the change, and the settings beside it are not made either. Of Huawei Cloud's two models the \
                wider range counts.
                """,
            avoid: "minimumLength: 40  # Huawei Cloud takes 6 to 32", prefer: "minimumLength: 32",
            fixSafety: "Unsafe: the nearest value that the vendor takes is another one.",
            references: [
                "Huawei Cloud IAM: modifying the password policy", "AWS UpdateAccountPasswordPolicy",
                "JD Cloud IAM settings",
            ]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    guard let policy = account.passwordPolicy else { return }
    for (field, value) in policy.fields {
        guard case .scalar(.integer(let number)) = value,
            let range = account.dialect.passwordRange(field), !range.contains(number)
        else { continue }
        report.findSetting(
            "`\(field.rawValue)` is \(number), and the vendor takes \(range.lowerBound) to \(range.upperBound)",
            field, of: policy, wanted: .integer(min(max(number, range.lowerBound), range.upperBound)))
    }
}
