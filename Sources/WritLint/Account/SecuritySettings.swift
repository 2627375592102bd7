internal import WritModel

// The security settings, as rules look at them.
extension LintedAccount {
    /// The security settings, where a manifest declares them.
    var securitySettings: DesiredObject? { objects(.securitySettings).first }

    /// A number of the declared security settings; `nil` where nobody knows it.
    func securitySetting(_ field: Field) -> Int? {
        securitySettings.flatMap { integer(field, of: $0.address) }
    }
}
