internal import WritModel

// The password policy, as rules look at it.
extension LintedAccount {
    /// The password policy, where a manifest declares it.
    var passwordPolicy: DesiredObject? { objects(.passwordPolicy).first }

    /// A number of the declared password policy; `nil` where nobody knows it.
    func passwordSetting(_ field: Field) -> Int? {
        passwordPolicy.flatMap { integer(field, of: $0.address) }
    }
}

extension Report {
    /// Reports a setting of the password policy or of the security settings, with the value that it should have.
    mutating func findSetting(_ message: String, _ field: Field, of policy: DesiredObject, wanted: Value) {
        var mended = policy
        mended.fields[field] = .scalar(wanted)
        let value =
            switch wanted {
            case .integer(let number): String(number)
            case .boolean(let flag): String(flag)
            case .text, .list, .document, .credential: ""
            }
        find(
            message, at: .field(policy.address, field), help: "write `\(field.rawValue): \(value)`",
            fix: Fix("set it to \(value)", .unsafe, .object(mended)))
    }
}

extension Dialect {
    /// The numbers that the vendor takes for a setting of the password policy; `nil` where no page says so.
    ///
    /// Source: Huawei Cloud's reference of the password policy, of both models the wider one; JD Cloud's page on settings of
    /// sub-users; AWS's UpdateAccountPasswordPolicy; 2026-11.
    func passwordRange(_ field: Field) -> ClosedRange<Int>? {
        switch (self, field) {
        case (.huawei, .minimumLength): 6...32
        case (.huawei, .minimumCharacterClasses): 2...4
        case (.huawei, .maximumRepeats): 0...32
        case (.huawei, .validityDays): 0...180
        case (.huawei, .minimumAgeMinutes): 0...1440
        case (.huawei, .history): 0...24
        case (.jd, .minimumLength): 6...20
        case (.jd, .validityDays): 0...1095
        case (.jd, .history): 0...10
        case (.aws, .minimumLength): 6...128
        case (.aws, .validityDays): 0...1095
        case (.aws, .history): 0...24
        default: nil
        }
    }
}
