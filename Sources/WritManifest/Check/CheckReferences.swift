internal import WritDiagnostics
internal import WritModel

extension Collected {
    /// Checks that every name stands for something: an object of this target, or a known system policy.
    mutating func checkReferences() {
        var names: [Kind: [String]] = [:]
        for draft in drafts {
            names[draft.object.address.kind, default: []].append(draft.object.address.name)
        }
        for kind in Kind.allCases { names[kind]?.sort() }
        for draft in drafts {
            for mention in draft.mentions + draft.looseMentions { check(mention, names) }
        }
    }

    private mutating func check(_ mention: Mention, _ names: [Kind: [String]]) {
        guard case .object(let kind, let isExternal) = mention.target else {
            return checkSystemPolicy(mention.name, at: mention.span)
        }
        let address = Address(kind, mention.name)
        if let index = index[address] {
            guard isExternal else { return }
            diagnostics.append(
                Diagnostic(
                    "ref.not-external", "`\(address)` is declared in this target", at: mention.span,
                    notes: [DiagnosticNote("it is declared here", at: drafts[index].source.name)],
                    help: "write `\(mention.name)`"))
        } else if !isExternal, !suspects.contains(mention.name) {
            diagnostics.append(
                Diagnostic(
                    "ref.missing", "there is no `\(address)` in this target", at: mention.span,
                    help: help(for: mention.name, kind, names[kind] ?? [])))
        }
    }

    private func help(for name: String, _ kind: Kind, _ names: [String]) -> String {
        if kind == .policy, SystemPolicies.all[name] != nil { return "write `{system: \(name)}`" }
        if let other = Kind.allCases.first(where: { index[Address($0, name)] != nil }) {
            return
                "`\(Address(other, name))` is declared, and this list takes each \(kind.rawValue) by its name"
        }
        // A search is linear in the names; the first misspellings are the ones that get read.
        if diagnostics.count < 50, let nearest = nearestName(to: name, among: names) {
            return "did you mean `\(nearest)`?"
        }
        return "declare it, or write `{external: \(name)}` for one that is not managed here"
    }

    private mutating func checkSystemPolicy(_ name: String, at place: SourceSpan) {
        guard SystemPolicies.all[name] == nil else { return }
        let nearest = nearestName(to: name, among: SystemPolicies.all.keys)
        diagnostics.append(
            Diagnostic(
                "ref.unknown-system", .warning,
                "`\(name)` is none of the system policies known in \(SystemPolicies.date)", at: place,
                help: nearest.map { "did you mean `\($0)`?" }
                    ?? "what it allows is unknown here; write `{external: \(name)}` for a policy of the account"
            ))
    }
}

private func plural(_ kind: Kind) -> String { kind == .policy ? "policies" : kind.rawValue + "s" }

extension Draft {
    /// What the lists of the object name.
    fileprivate var mentions: [Mention] {
        var result: [Mention] = []
        result += WritManifest.mentions(object.members?.items, .user, source.items[.members])
        result += WritManifest.mentions(object.groups?.items, .group, source.items[.groups])
        result += WritManifest.mentions(object.policies?.items, source.items[.policies])
        return result
    }
}

/// What references name; `places` has one place for each.
func mentions(_ references: [Reference]?, _ kind: Kind, _ places: [SourceSpan]?) -> [Mention] {
    zip(references ?? [], places ?? []).map { reference, place in
        Mention(name: reference.name, target: .object(kind, isExternal: reference.isExternal), span: place)
    }
}

/// What attachments name; `places` has one place for each.
func mentions(_ attachments: [DesiredAttachment]?, _ places: [SourceSpan]?) -> [Mention] {
    zip(attachments ?? [], places ?? []).map { attachment, place in
        switch attachment.policy {
        case .system(let name): Mention(name: name, target: .systemPolicy, span: place)
        case .custom(let name):
            Mention(name: name, target: .object(.policy, isExternal: attachment.isExternal), span: place)
        }
    }
}
