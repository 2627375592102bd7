internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// A setting that gets weaker.
    static let weakenedSetting = Rule(
        "ACC012", "weakened-setting", .high,
        options: [
            RuleOption("except", .texts([]), "Settings that may get weaker, such as `validityDays`.")
        ],
        page: RulePage(
            summary:
                "A change makes a setting of the password policy weaker than it was, or leaves it to whoever is at the console.",
            why: """
                Settings get stricter step by step and weaker in one line that nobody looks at. The rule compares with what was \
                declared before; under NIST SP 800-63B-4 put `validityDays` and the classes into `except`.
                """,
            avoid: "minimumLength: 8  # was 14", prefer: "minimumLength: 14",
            fixSafety: "Unsafe: takes the change back."),
        check: .change(inspect))
}

private func inspect(_ before: LintedAccount, _ after: LintedAccount, _ report: inout Report) {
    guard let old = before.passwordPolicy else { return }
    guard let new = after.passwordPolicy else {
        return report.find(
            "the password policy was declared and is no longer", at: .target,
            help: "leave its manifest, or say in a waiver who looks after it now")
    }
    let except = Set(report.texts("except"))
    for (field, value) in old.fields where !except.contains(field.rawValue) {
        guard let change = weakening(field, from: value, to: new.fields[field]) else { continue }
        var mended = new
        mended.fields[field] = value
        report.find(
            "`\(field.rawValue)` \(change)", at: .field(new.address, field),
            help: "leave it as it was, or say in a waiver why it has to change",
            fix: Fix("leave it as it was", .unsafe, .object(mended)))
    }
}

/// What makes a value weaker than another one; `nil` where it is not.
private func weakening(_ field: Field, from old: DesiredValue, to new: DesiredValue?) -> String? {
    guard let new else { return "was declared and is no longer" }
    switch (old, new) {
    case (.scalar(.integer(let was)), .scalar(.integer(let now))):
        return field.strength(now) < field.strength(was) ? "gets weaker: \(was) becomes \(now)" : nil
    case (.scalar(.boolean(true)), .scalar(.boolean(false))): return "is turned off"
    case (.list(let was), .list(let now)) where was.mode != .none:
        let missing = was.wanted.map(\.identity).filter { !now.wanted.map(\.identity).contains($0) }
        return missing.isEmpty ? nil : "loses \(listed(missing))"
    default: return nil
    }
}

extension Field {
    /// A number that is higher where the setting is stricter.
    fileprivate func strength(_ value: Int) -> Int {
        switch self {
        // The fewer the stricter, and 0 stands for no limit.
        case .validityDays, .maximumRepeats: value == 0 ? .min : -value
        default: value
        }
    }
}
