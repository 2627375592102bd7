internal import WritDiagnostics
internal import WritModel

extension NodeReader {
    /// The levels, options and waivers of lint. Whether there are such rules is not known here.
    mutating func lintSettings(_ slot: Slot) -> LintSettings {
        var settings = LintSettings()
        for entry in mapping(slot) ?? [] {
            switch entry.name {
            case "failOn":
                let words = LintSeverity.allCases.map(\.rawValue)
                settings.failOn = word(entry, of: words).flatMap(LintSeverity.init)
            case "rules":
                for rule in mapping(entry) ?? [] { readRule(rule, into: &settings) }
            case "paths":
                settings.paths = plainList(entry) { $0.pathSettings($1) }?.items ?? []
            case "waivers":
                settings.waivers = plainList(entry) { $0.waiver($1) }?.items ?? []
            default: unknown(entry, among: ["failOn", "rules", "paths", "waivers"], of: "`lint`")
            }
        }
        return settings
    }

    private mutating func readRule(_ slot: Slot, into settings: inout LintSettings) {
        settings.places[slot.name] = keySpan(slot)
        guard tree[slot.node].kind == .mapping else {
            settings.levels[slot.name] = level(slot)
            return
        }
        for entry in mapping(slot) ?? [] {
            switch entry.name {
            case "level": settings.levels[slot.name] = level(entry)
            case "options":
                for option in mapping(entry) ?? [] {
                    settings.options[slot.name, default: [:]][option.name] = LintSettings.Option(
                        optionValue(option), at: span(option), key: keySpan(option))
                }
            default: unknown(entry, among: ["level", "options"], of: "a rule")
            }
        }
    }

    /// `off`, `on` or a weight. YAML 1.1 takes the first two for booleans, so that the word counts as it is written.
    private mutating func level(_ slot: Slot) -> LintSettings.Level? {
        let node = tree[slot.node]
        guard !node.isBroken else { return nil }
        let word = node.kind == .scalar ? tree.string(of: slot.node) : ""
        switch word {
        case "off": return .off
        case "on": return .on
        default:
            if let severity = LintSeverity(rawValue: word) { return .severity(severity) }
            let words = ["off", "on"] + LintSeverity.allCases.map(\.rawValue)
            report(
                "value.choice",
                "`\(path(slot))` takes \(words.map { "`\($0)`" }.joined(separator: ", ")), not "
                    + (word.isEmpty ? description(slot) : "`\(word)`"), at: span(slot),
                help: nearestName(to: word, among: words).map { "did you mean `\($0)`?" })
            return nil
        }
    }

    /// A scalar or a list of scalars as JSON, plain ones typed by how they look.
    private func optionValue(_ slot: Slot) -> JSONValue {
        let node = tree[slot.node]
        if node.kind == .sequence {
            return .array(tree.children(of: slot.node).map { .string(tree.string(of: $0)) })
        }
        let text = tree.string(of: slot.node)
        guard node.style == .plain else { return .string(text) }
        if text == "true" || text == "false" { return .boolean(text == "true") }
        return Int(text) == nil ? .string(text) : .number(text)
    }

    private mutating func pathSettings(_ slot: Slot) -> LintSettings.PathSettings? {
        guard let entries = mapping(slot) else { return nil }
        var result = LintSettings.PathSettings(path: "", levels: [:], places: [:])
        for entry in entries {
            switch entry.name {
            case "path": result.path = path(entry) ?? ""
            case "rules":
                for rule in mapping(entry) ?? [] {
                    result.levels[rule.name] = level(rule)
                    result.places[rule.name] = keySpan(rule)
                }
            default: unknown(entry, among: ["path", "rules"], of: "an entry of `paths`")
            }
        }
        require(["path", "rules"], in: entries, of: slot, owner: "an entry of `paths`")
        return result.path.isEmpty ? nil : result
    }

    private mutating func waiver(_ slot: Slot) -> LintSettings.WaiverEntry? {
        guard let entries = mapping(slot) else { return nil }
        var result = LintSettings.WaiverEntry(
            rule: "", path: "", until: nil, reason: "", span: firstLine(of: slot.node))
        for entry in entries {
            switch entry.name {
            case "rule":
                result.rule = nonEmptyText(entry) ?? ""
                result.span = span(entry)
            case "path": result.path = path(entry) ?? ""
            case "reason": result.reason = nonEmptyText(entry) ?? ""
            case "until":
                guard let text = text(entry, isDate: true) else { break }
                result.until = expiry(text, entry)
            default: unknown(entry, among: ["rule", "path", "until", "reason"], of: "a waiver")
            }
        }
        require(["rule", "path", "reason"], in: entries, of: slot, owner: "a waiver")
        return result.rule.isEmpty || result.path.isEmpty ? nil : result
    }
}
