internal import WritDiagnostics
internal import WritModel

extension NodeReader {
    /// The rule of an `Invariant`.
    mutating func invariant(_ fields: [Slot], of spec: Slot) -> Invariant? {
        let before = diagnostics.count
        var rule: (rule: Invariant.Rule, slot: Slot)?
        var result = Invariant(.separate([]))
        for field in fields {
            switch field.name {
            case "description": break
            case "nobody", "separate":
                if let rule {
                    report(
                        "schema.one-of", "an invariant has one rule, `nobody` or `separate`",
                        at: keySpan(field),
                        notes: [DiagnosticNote("the first is here", at: keySpan(rule.slot))],
                        help: "write a manifest for each")
                }
                let read = field.name == "nobody" ? region(field).map { .nobody($0) } : separated(field)
                if let read { rule = (read, field) }
            case "except": result.except = principals(field) ?? []
            case "with": result.context = singleValues(field)
            case "at": result.moment = moment(field)
            default:
                unknown(
                    field, among: ["description", "nobody", "separate", "except", "with", "at"],
                    of: "`Invariant`")
            }
        }
        guard let rule else {
            if diagnostics.count == before {
                report(
                    "schema.missing-field", "`Invariant` has no rule", at: keySpan(spec),
                    help:
                        "add `nobody` with what nobody may do, or `separate` with what nobody may do together"
                )
            }
            return nil
        }
        result.rule = rule.rule
        return diagnostics.count == before ? result : nil
    }

    private mutating func region(_ slot: Slot) -> AccessRegion? {
        guard let entries = mapping(slot) else { return nil }
        var result = AccessRegion([], at: slot.key == nil ? firstLine(of: slot.node) : keySpan(slot))
        for entry in entries {
            switch entry.name {
            case "may": result.actions = words(entry) ?? []
            case "on": result.resources = words(entry) ?? []
            default: unknown(entry, among: ["may", "on"], of: "a rule")
            }
        }
        require(["may"], in: entries, of: slot, owner: "the rule")
        return result.actions.isEmpty ? nil : result
    }

    private mutating func separated(_ slot: Slot) -> Invariant.Rule? {
        guard let list = plainList(slot, { $0.region($1) }), !list.isBroken else { return nil }
        guard list.items.count >= 2 else {
            report(
                "value.range", "`separate` names what nobody may do together: at least two",
                at: keySpan(slot),
                help: "add another item, or write `nobody` for what nobody may do at all")
            return nil
        }
        return .separate(list.items)
    }

    private mutating func singleValues(_ slot: Slot) -> [String: String] {
        var result: [String: String] = [:]
        for (key, values) in requestValues(slot) ?? [:] {
            guard values.count == 1, let value = values.first else {
                report(
                    "check.several-values", "`\(key)` has one value in an invariant", at: keySpan(slot),
                    help: "write a manifest for each value")
                continue
            }
            result[key] = value
        }
        return result
    }
}
