package import WritDiagnostics
package import WritManifest
internal import WritModel

/// The rules that a run applies, with what their findings weigh where.
package struct RuleSet: Sendable {
    /// In the order of the catalogue.
    package let rules: [Rule]
    /// Those that are on somewhere and look at single documents.
    let documentRules: [Rule]
    /// The same by the dialect of the documents.
    private let documentRulesByDialect: [Dialect: DocumentRules]
    private let settings: [LintSettings]
    /// The rules that a flag names one by one.
    private let wanted: Set<String>
    private let options: [String: RuleOptions]

    /// The rules of a catalogue as the settings turn them on and off. What the settings name that is no rule is left out:
    /// see ``check(_:against:)``.
    ///
    /// - Parameters:
    ///   - base: the settings in force before, which a commit under review can only tighten: of two weights the heavier one counts,
    ///     and the options are the base's.
    ///   - selected: codes, names or letters of families that a run is limited to; empty for all.
    package init(
        _ catalogue: [Rule] = ruleCatalogue, settings: LintSettings = LintSettings(),
        base: LintSettings? = nil, selected: Set<String> = []
    ) {
        self.settings = [settings] + [base].compactMap(\.self)
        wanted = Set(
            catalogue.filter { selected.contains($0.code) || selected.contains($0.name) }.map(\.code))
        rules = catalogue.filter { rule in
            selected.isEmpty || !selected.isDisjoint(with: rule.names)
        }
        options = Dictionary(
            rules.map { rule in (rule.code, typedOptions(of: rule, base ?? settings)) },
            uniquingKeysWith: { first, _ in first })
        let (all, wanted) = (self.settings, wanted)
        let documentRules = rules.filter { rule in
            switch rule.check {
            case .policy, .statement: isOn(rule, all, wanted)
            case .account, .change, .waiver, .reading: false
            }
        }
        self.documentRules = documentRules
        documentRulesByDialect = Dictionary(
            uniqueKeysWithValues: Dialect.allCases.map { ($0, DocumentRules(documentRules, $0)) })
    }

    /// The rules that look at single documents of a dialect, by their numbers in ``documentRules``.
    func documentRules(_ dialect: Dialect) -> DocumentRules? { documentRulesByDialect[dialect] }

    /// The weight from which findings fail a run: of the settings, the lightest.
    package var failOn: LintSeverity? { settings.compactMap(\.failOn).min() }

    /// Whether a rule can be on anywhere.
    func isUsed(_ rule: Rule) -> Bool { isOn(rule, settings, wanted) }

    /// The rule's options as they are set.
    func options(of rule: Rule) -> RuleOptions { options[rule.code] ?? RuleOptions() }

    /// What a finding weighs in a file; `nil` where the rule is off there.
    package func severity(_ own: LintSeverity, of rule: Rule, in file: String?) -> LintSeverity? {
        settings.compactMap { severity(own, of: rule, in: file, $0) }.max()
    }

    private func severity(
        _ own: LintSeverity, of rule: Rule, in file: String?, _ settings: LintSettings
    ) -> LintSeverity? {
        var found = level(of: rule, settings.levels)
        if let file {
            for entry in settings.paths where path(entry.path, contains: file) {
                found = level(of: rule, entry.levels) ?? found
            }
        }
        switch found {
        case .off: return nil
        case .severity(let severity): return severity
        case .on: return own
        case nil: return rule.isOptIn && !wanted.contains(rule.code) ? nil : own
        }
    }
}

/// Whether a rule is on in any of the settings, at least for some files.
private func isOn(_ rule: Rule, _ settings: [LintSettings], _ wanted: Set<String>) -> Bool {
    let isOnAnyway = !rule.isOptIn || wanted.contains(rule.code)
    return settings.contains { settings in
        if level(of: rule, settings.levels).map({ $0 != .off }) ?? isOnAnyway { return true }
        return settings.paths.contains { path in
            guard let level = level(of: rule, path.levels) else { return false }
            return level != .off
        }
    }
}

/// A rule's own line goes before its family's.
private func level(of rule: Rule, _ levels: [String: LintSettings.Level]) -> LintSettings.Level? {
    if levels.isEmpty { return nil }
    return levels[rule.code] ?? levels[rule.name] ?? levels[rule.family.rawValue]
}

extension Rule {
    /// By what a setting or a waiver may name it: its code, its name, its family's letters.
    package var names: Set<String> { [code, name, family.rawValue] }
}

private func typedOptions(of rule: Rule, _ settings: LintSettings) -> RuleOptions {
    var values: [String: RuleOption.Value] = [:]
    for name in [rule.name, rule.code] {
        for (key, option) in settings.options[name] ?? [:] {
            guard let known = rule.options.first(where: { $0.name == key }) else { continue }
            values[key] = known.read(option.value)
        }
    }
    return RuleOptions(values)
}
