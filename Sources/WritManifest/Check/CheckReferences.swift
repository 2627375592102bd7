internal import WritDiagnostics
internal import WritModel

extension Collected {
    /// Checks that every name stands for something: an object of this target, or a known system policy.
    mutating func checkReferences() {
        var names: [Kind: [String]] = [:]
        for draft in drafts { names[draft.object.address.kind, default: []].append(draft.object.address.name) }
        for kind in Kind.allCases { names[kind]?.sort() }
        for draft in drafts {
            check(draft.object.members, .user, draft.source.items[.members], names)
            check(draft.object.groups, .group, draft.source.items[.groups], names)
            for (attachment, place) in items(draft.object.policies, draft.source.items[.policies]) {
                switch attachment.policy {
                case .system(let name): checkSystemPolicy(name, at: place)
                case .custom(let name):
                    check(Reference(name, isExternal: attachment.isExternal), .policy, place, names)
                }
            }
        }
    }

    private mutating func check(
        _ list: DesiredList<Reference>?, _ kind: Kind, _ places: [SourceSpan]?, _ names: [Kind: [String]]
    ) {
        for (reference, place) in items(list, places) { check(reference, kind, place, names) }
    }

    private mutating func check(
        _ reference: Reference, _ kind: Kind, _ place: SourceSpan, _ names: [Kind: [String]]
    ) {
        let address = Address(kind, reference.name)
        if let index = index[address] {
            guard reference.isExternal else { return }
            diagnostics.append(
                Diagnostic(
                    "ref.not-external", "`\(address)` is declared in this target", at: place,
                    notes: [DiagnosticNote("it is declared here", at: drafts[index].source.name)],
                    help: "write `\(reference.name)`"))
        } else if !reference.isExternal, !maySuspectsDeclare(reference.name) {
            diagnostics.append(
                Diagnostic(
                    "ref.missing", "there is no `\(address)` in this target", at: place,
                    help: help(for: reference.name, kind, names[kind] ?? [])))
        }
    }

    private func help(for name: String, _ kind: Kind, _ names: [String]) -> String {
        if kind == .policy, SystemPolicies.all[name] != nil { return "write `{system: \(name)}`" }
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
                    ?? "what it allows is unknown here; write `{external: \(name)}` for a policy of the account"))
    }
}

/// The items of a list, each with its place.
func items<Element>(
    _ list: DesiredList<Element>?, _ places: [SourceSpan]?
) -> Zip2Sequence<[Element], [SourceSpan]> {
    zip(list?.items ?? [], places ?? [])
}
