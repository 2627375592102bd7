internal import WritDiagnostics
internal import WritModel

extension Collected {
    /// Checks that every name stands for something: an object of this target, or a known system policy.
    mutating func checkReferences() {
        for number in drafts.indices {
            if !drafts[number].source.items.isEmpty { checkLists(of: number) }
            for mention in drafts[number].looseMentions { check(mention) }
        }
    }

    /// Checks the names in the lists of a draft; nearly all are declared, and nothing is made for those.
    private mutating func checkLists(of number: Int) {
        let places = drafts[number].source.items
        let ends: [(Kind, [Reference]?, [SourceSpan]?)] = [
            (.user, drafts[number].object.members?.items, places[.members]),
            (.group, drafts[number].object.groups?.items, places[.groups]),
        ]
        for (kind, references, places) in ends {
            for (reference, place) in zip(references ?? [], places ?? [])
            where reference.isExternal || index[Address(kind, reference.name)] == nil {
                check(Mention(reference, kind, at: place))
            }
        }
        for (attachment, place) in zip(drafts[number].object.policies?.items ?? [], places[.policies] ?? []) {
            if case .custom(let name) = attachment.policy, !attachment.isExternal,
                index[Address(.policy, name)] != nil
            {
                continue
            }
            check(Mention(attachment, at: place))
        }
    }

    private mutating func check(_ mention: Mention) {
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
                    help: help(for: mention.name, kind)))
        }
    }

    private func help(for name: String, _ kind: Kind) -> String {
        if kind == .policy, SystemPolicies.all[name] != nil { return "write `{system: \(name)}`" }
        if let other = Kind.allCases.first(where: { index[Address($0, name)] != nil }) {
            return
                "`\(Address(other, name))` is declared, and this list takes each \(kind.rawValue) by its name"
        }
        // A search is linear in the names; the first misspellings are the ones that get read.
        if diagnostics.count < 50 {
            let names = drafts.lazy.map(\.object.address).filter { $0.kind == kind }.map(\.name)
            if let nearest = nearestName(to: name, among: names) { return "did you mean `\(nearest)`?" }
        }
        return "declare it, or write `{external: \(name)}` for one that is not managed here"
    }

    private mutating func checkSystemPolicy(_ name: String, at place: SourceSpan) {
        guard SystemPolicies.all.index(forKey: name) == nil else { return }
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

/// What references name; `places` has one place for each.
func mentions(_ references: [Reference]?, _ kind: Kind, _ places: [SourceSpan]?) -> [Mention] {
    zip(references ?? [], places ?? []).map { Mention($0, kind, at: $1) }
}

/// What attachments name; `places` has one place for each.
func mentions(_ attachments: [DesiredAttachment]?, _ places: [SourceSpan]?) -> [Mention] {
    zip(attachments ?? [], places ?? []).map { Mention($0, at: $1) }
}

extension Mention {
    fileprivate init(_ reference: Reference, _ kind: Kind, at place: SourceSpan) {
        self.init(
            name: reference.name, target: .object(kind, isExternal: reference.isExternal), span: place)
    }

    fileprivate init(_ attachment: DesiredAttachment, at place: SourceSpan) {
        switch attachment.policy {
        case .system(let name): self.init(name: name, target: .systemPolicy, span: place)
        case .custom(let name):
            self.init(
                name: name, target: .object(.policy, isExternal: attachment.isExternal), span: place)
        }
    }
}
