package import WritDiagnostics
package import WritModel

/// Collects what one rule finds.
package struct Report {
    /// A finding whose place is not looked up yet.
    struct Draft: Sendable {
        var message: String
        var place: Place
        var label: String?
        var notes: [(message: String, place: Place?)]
        var help: String?
        var fixes: [Fix]
        var severity: LintSeverity?
    }

    private let rule: Rule
    private let options: RuleOptions
    private(set) var drafts: [Draft] = []

    init(_ rule: Rule, _ options: RuleOptions) {
        self.rule = rule
        self.options = options
    }

    /// What was reported since this was last asked for.
    mutating func takeDrafts() -> [Draft] {
        defer { drafts = [] }
        return drafts
    }

    /// Reports a finding.
    ///
    /// - Parameter severity: where it weighs something else than the rule's findings do.
    package mutating func find(
        _ message: String, at place: Place, label: String? = nil,
        notes: [(message: String, place: Place?)] = [], help: String? = nil, fix: Fix? = nil,
        severity: LintSeverity? = nil
    ) {
        drafts.append(
            Draft(
                message: message, place: place, label: label, notes: notes, help: help,
                fixes: fix.map { [$0] } ?? [], severity: severity))
    }

    /// Reports a finding in a policy document.
    ///
    /// - Parameter key: whether the member's name is underlined and not its value.
    package mutating func find(
        _ message: String, at path: ElementPath, of policy: LintedPolicy, key: Bool = false,
        label: String? = nil, notes: [(message: String, place: Place?)] = [], help: String? = nil,
        fix: Fix? = nil, severity: LintSeverity? = nil
    ) {
        find(
            message, at: key ? .key(path, of: policy.id) : .value(path, of: policy.id), label: label,
            notes: notes, help: help, fix: fix, severity: severity)
    }

    /// An integer option of the rule.
    package func integer(_ name: String) -> Int {
        if case .integer(let value) = value(name) { return value }
        preconditionFailure("\(rule.code) has no integer option `\(name)`")
    }

    /// A boolean option of the rule.
    package func boolean(_ name: String) -> Bool {
        if case .boolean(let value) = value(name) { return value }
        preconditionFailure("\(rule.code) has no boolean option `\(name)`")
    }

    /// A text option of the rule.
    package func text(_ name: String) -> String {
        if case .text(let value) = value(name) { return value }
        preconditionFailure("\(rule.code) has no text option `\(name)`")
    }

    /// An option of the rule that is a list of texts.
    package func texts(_ name: String) -> [String] {
        if case .texts(let value) = value(name) { return value }
        preconditionFailure("\(rule.code) has no list option `\(name)`")
    }

    private func value(_ name: String) -> RuleOption.Value? {
        (options.values.isEmpty ? nil : options.values[name])
            ?? rule.options.first { $0.name == name }?.standard
    }
}
