internal import WritDiagnostics
internal import WritModel

/// One end of memberships: what an object's list says about the objects at the other end.
private struct Side {
    var mode: ListMode
    /// The place of each item, by name.
    var items: [String: SourceSpan]
    var key: SourceSpan

    init?(_ list: DesiredList<Reference>?, _ places: [SourceSpan]?, key: SourceSpan?) {
        guard let list, let places, let key else { return nil }
        self.mode = list.mode
        self.items = Dictionary(
            zip(list.items.map(\.name), places), uniquingKeysWith: { first, _ in first })
        self.key = key
    }

    /// Where the list asks for `name`; `nil` if it does not.
    func asks(for name: String) -> SourceSpan? { mode == .none ? nil : items[name] }

    /// Where the list rules `name` out; `nil` if it does not.
    func rulesOut(_ name: String) -> SourceSpan? {
        switch mode {
        case .exactly: items[name] == nil ? key : nil
        case .atLeast: nil
        case .none: items[name]
        }
    }
}

extension Collected {
    /// Checks that `members` of groups and `groups` of users do not contradict each other: no edge is
    /// asked for from one end and ruled out from the other.
    mutating func checkMemberships() {
        var sides: [Address: Side] = [:]
        for index in drafts.indices where !drafts[index].source.lists.isEmpty {
            let draft = drafts[index]
            let object = draft.object
            guard object.groups != nil || object.members != nil else { continue }
            sides[object.address] =
                object.address.kind == .user
                ? Side(object.groups, draft.source.items[.groups], key: draft.source.lists[.groups])
                : Side(object.members, draft.source.items[.members], key: draft.source.lists[.members])
        }
        for index in drafts.indices where !drafts[index].source.lists.isEmpty {
            let draft = drafts[index]
            let address = draft.object.address
            let list = address.kind == .user ? draft.object.groups : draft.object.members
            guard let list, let side = sides[address] else { continue }
            for reference in list.items {
                let other = Address(address.kind == .user ? .group : .user, reference.name)
                guard let asked = side.asks(for: reference.name),
                    let ruledOut = sides[other]?.rulesOut(address.name)
                else { continue }
                disagree(address, asks: other, at: asked, ruledOutAt: ruledOut)
            }
        }
    }

    private mutating func disagree(
        _ address: Address, asks other: Address, at asked: SourceSpan, ruledOutAt place: SourceSpan
    ) {
        let (user, group) = address.kind == .user ? (address, other) : (other, address)
        let list = other.kind == .user ? "groups" : "members"
        diagnostics.append(
            Diagnostic(
                "edges.disagree", "`\(user)` is put in `\(group)` at one end and ruled out at the other",
                at: asked, notes: [DiagnosticNote("the `\(list)` of `\(other)` rule it out here", at: place)],
                help: "state the membership at one end, or the same at both"))
    }
}
