package import WritDiagnostics
package import WritManifest
internal import WritModel

/// What is wrong with the settings of lint: rules and options that do not exist, and values of another type.
package func check(_ settings: LintSettings, against catalogue: [Rule] = ruleCatalogue) -> [Diagnostic] {
    var result: [Diagnostic] = []
    for (name, span) in settings.places { result += unknownRule(name, at: span, catalogue) }
    for path in settings.paths {
        for (name, span) in path.places { result += unknownRule(name, at: span, catalogue) }
    }
    for waiver in settings.waivers { result += unknownRule(waiver.rule, at: waiver.span, catalogue) }
    for (name, options) in settings.options {
        guard let rule = catalogue.first(where: { $0.code == name || $0.name == name }) else {
            if RuleFamily(rawValue: name) != nil, let option = options.values.first {
                result.append(
                    Diagnostic(
                        "lint.family-option", "a family has no options", at: option.keySpan,
                        help: "set them for one of its rules"))
            }
            continue
        }
        for (key, option) in options { result += problem(of: option, key, rule) }
    }
    return result.ordered()
}

private func unknownRule(_ name: String, at span: SourceSpan, _ catalogue: [Rule]) -> [Diagnostic] {
    guard RuleFamily(rawValue: name) == nil, !catalogue.contains(where: { $0.names.contains(name) }) else {
        return []
    }
    let near = nearestName(to: name, among: catalogue.flatMap { [$0.code, $0.name] })
    return [
        Diagnostic(
            "lint.unknown-rule", "there is no rule `\(name)`", at: span,
            help: near.map { "did you mean `\($0)`?" } ?? "`writ rule` lists the rules")
    ]
}

private func problem(of option: LintSettings.Option, _ key: String, _ rule: Rule) -> [Diagnostic] {
    guard let known = rule.options.first(where: { $0.name == key }) else {
        let near = nearestName(to: key, among: rule.options.map(\.name))
        let all = rule.options.map { "`\($0.name)`" }.joined(separator: ", ")
        return [
            Diagnostic(
                "lint.unknown-option", "\(rule.code) has no option `\(key)`", at: option.keySpan,
                help: near.map { "did you mean `\($0)`?" }
                    ?? (rule.options.isEmpty ? "it has no options" : "it has \(all)"))
        ]
    }
    guard known.read(option.value) == nil else { return [] }
    return [
        Diagnostic(
            "lint.option-value", "`\(key)` of \(rule.code) takes \(known.typeName)", at: option.span)
    ]
}

extension RuleOption {
    /// What it takes, for messages.
    private var typeText: String {
        switch standard {
        case .integer: "a whole number"
        case .boolean: "`true` or `false`"
        case .text: "a text"
        case .texts: "a list of texts"
        }
    }

    /// What it takes, with its range.
    fileprivate var typeName: String {
        typeText + (range.map { " from \($0.lowerBound) to \($0.upperBound)" } ?? "")
    }
}
