internal import WritDiagnostics
internal import WritModel

extension Collected {
    /// Checks that `members` of groups and `groups` of users do not contradict each other: no edge is
    /// asked for from one end and ruled out from the other.
    mutating func checkMemberships() {
        var names = NamesInLists()
        for number in drafts.indices {
            guard let list = memberships(of: number), list.mode != .none,
                let places = drafts[number].source.items[edgeList(of: number)]
            else { continue }
            let address = drafts[number].object.address
            for (reference, asked) in zip(list.items, places) {
                let other = Address(address.kind == .user ? .group : .user, reference.name)
                guard let otherNumber = index[other],
                    let place = ruling(otherNumber, against: address.name, &names)
                else { continue }
                disagree(address, asks: other, at: asked, ruledOutAt: place)
            }
        }
    }

    /// The list of a user's or group's memberships, where the manifest states it.
    private func memberships(of number: Int) -> DesiredList<Reference>? {
        switch drafts[number].object.address.kind {
        case .user: drafts[number].object.groups
        case .group: drafts[number].object.members
        case .policy, .agency, .passwordPolicy, .securitySettings, .project, .identityProvider: nil
        }
    }

    private func edgeList(of number: Int) -> EdgeList {
        drafts[number].object.address.kind == .user ? .groups : .members
    }

    /// Where the list of a draft rules `name` out; `nil` if it does not.
    private func ruling(
        _ number: Int, against name: String, _ names: inout NamesInLists
    ) -> SourceSpan? {
        guard let list = memberships(of: number), list.mode != .atLeast else { return nil }
        let position = names.position(of: name, in: list.items, of: number)
        let source = drafts[number].source
        return switch (list.mode, position) {
        case (.exactly, nil): source.lists[edgeList(of: number)]
        case (.none, let position?): source.items[edgeList(of: number)]?[position]
        default: nil
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

/// Finds names in the lists of drafts: short ones by looking through them, long ones by a map that is made once.
private struct NamesInLists {
    private var maps: [Int: [String: Int]] = [:]

    /// The place of `name` in the list of the draft of that number.
    mutating func position(of name: String, in items: [Reference], of number: Int) -> Int? {
        if items.count <= 16 { return items.firstIndex { $0.name == name } }
        if let map = maps[number] { return map[name] }
        let map = Dictionary(
            items.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
        maps[number] = map
        return map[name]
    }
}
