internal import WritDiagnostics
internal import WritModel

extension NodeReader {
    /// The tests of an `AccessTest`.
    mutating func expectations(_ fields: [Slot], of spec: Slot) -> [AccessExpectation]? {
        var result: [AccessExpectation]?
        for field in fields {
            switch field.name {
            case "description": break
            case "tests":
                guard let list = plainList(field, { $0.expectation($1) }), !list.isBroken else { continue }
                if list.items.isEmpty {
                    report("value.empty", "`tests` is empty", at: keySpan(field), help: "write a test")
                }
                result = list.items
            default: unknown(field, among: ["description", "tests"], of: "`AccessTest`")
            }
        }
        require(["tests"], in: fields, of: spec, owner: "`AccessTest`")
        return result
    }

    private mutating func expectation(_ slot: Slot) -> AccessExpectation? {
        guard let entries = mapping(slot) else { return nil }
        let before = diagnostics.count
        let known = ["who", "as", "can", "cannot", "on", "in", "with", "at"]
        var result = AccessExpectation(who: [], at: firstLine(of: slot.node))
        for entry in entries {
            switch entry.name {
            case "who": result.who = principals(entry) ?? []
            case "as": result.via = agencies(entry)
            case "can": result.can = words(entry) ?? []
            case "cannot": result.cannot = words(entry) ?? []
            case "on": result.on = words(entry) ?? []
            case "in": result.scopes = requestScopes(entry)
            case "with": result.context = requestValues(entry) ?? [:]
            case "at": result.moment = moment(entry)
            default: unknown(entry, among: known, of: "a test")
            }
        }
        require(["who"], in: entries, of: slot, owner: "the test")
        if diagnostics.count == before, result.can.isEmpty, result.cannot.isEmpty {
            report(
                "schema.missing-field", "the test has no `can` and no `cannot`", at: result.span,
                help: "add the actions, such as `cannot: [\"iam:*\"]`")
        }
        return diagnostics.count == before ? result : nil
    }

    private mutating func agencies(_ slot: Slot) -> [CheckPrincipal] {
        let found = principals(slot) ?? []
        for principal in found where principal.address.kind != .agency {
            report(
                "check.principal", "`\(principal.address)` is no agency, and only agencies are assumed",
                at: principal.span, help: "write `agency/NAME`")
        }
        return found
    }

    private mutating func requestScopes(_ slot: Slot) -> [Scope] {
        var result: [Scope] = []
        for entry in mapping(slot) ?? [] {
            guard let scope = Scope(word: entry.name, name: "-"), scope.name == "-" else {
                unknown(entry, among: ["project", "enterpriseProject", "resourceGroup"], of: "`in`")
                continue
            }
            if let name = nonEmptyText(entry), let scope = Scope(word: entry.name, name: name) {
                result.append(scope)
            }
        }
        return result
    }
}
