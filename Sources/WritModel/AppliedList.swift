/// What a `none` list names, as it was last applied.
package enum ForbiddenItem: Hashable, Sendable {
    /// A user of a group's `members`, or a group of a user's `groups`.
    case member(String)
    /// A policy of a principal's `policies`; without a scope it is forbidden in all of them.
    case policy(PolicyReference, Scope?)
}

/// An edge list as it was last applied.
///
/// The edges that a list asks for are owned, so the inventory has them by themselves. Those that a `none` list
/// forbids are nobody's: only the list remembers them.
package enum AppliedList: Hashable, Sendable {
    case exactly
    case atLeast
    /// Empty also where it was applied by a Writ that did not take the items down: what was forbidden is not
    /// known then, until the next apply.
    case none(Set<ForbiddenItem>)

    /// The mode without its items.
    package var mode: ListMode {
        switch self {
        case .exactly: .exactly
        case .atLeast: .atLeast
        case .none: .none
        }
    }

    /// What the list says against a user or group that it does not ask for.
    package func ruling(on name: String) -> EdgeRuling {
        ruling { $0.contains(.member(name)) }
    }

    /// What the list says against an attachment that it does not ask for.
    package func ruling(on key: AttachmentKey) -> EdgeRuling {
        ruling { $0.contains(.policy(key.policy, nil)) || $0.contains(.policy(key.policy, key.scope)) }
    }

    /// The list after the object `old` got the name of `new`.
    ///
    /// - Parameter list: which of the object's lists it is.
    package func renaming(_ old: Address, to new: Address, in list: EdgeList) -> AppliedList {
        guard case .none(let items) = self else { return self }
        let renamed = items.map { item -> ForbiddenItem in
            switch item {
            case .member(old.name) where list.namedKind == old.kind: .member(new.name)
            case .policy(.custom(old.name), let scope) where old.kind == .policy:
                .policy(.custom(new.name), scope)
            default: item
            }
        }
        return .none(Set(renamed))
    }

    private func ruling(_ forbids: (Set<ForbiddenItem>) -> Bool) -> EdgeRuling {
        switch self {
        case .exactly: .notListed
        case .atLeast: .silent
        case .none(let items): forbids(items) ? .forbidden : .silent
        }
    }
}

/// What an edge list says against an edge that it does not ask for.
package enum EdgeRuling: Hashable, Sendable {
    /// Nothing: the edge may be there.
    case silent
    /// An exact list does not name it.
    case notListed
    /// A `none` list names it.
    case forbidden
}

extension EdgeList {
    /// The kind whose names are the items; `nil` for `policies`, which may also name a vendor's.
    fileprivate var namedKind: Kind? {
        switch self {
        case .members: .user
        case .groups: .group
        case .policies: nil
        }
    }
}

extension DesiredObject {
    /// The edge lists that the manifest states, as the inventory remembers them.
    package var appliedLists: [EdgeList: AppliedList] {
        var lists: [EdgeList: AppliedList] = [:]
        if let members { lists[.members] = applied(members) { .member($0.name) } }
        if let groups { lists[.groups] = applied(groups) { .member($0.name) } }
        if let policies { lists[.policies] = applied(policies) { .policy($0.policy, $0.scope) } }
        return lists
    }
}

private func applied<Element>(
    _ list: DesiredList<Element>, _ item: (Element) -> ForbiddenItem
) -> AppliedList {
    switch list.mode {
    case .exactly: .exactly
    case .atLeast: .atLeast
    case .none: .none(Set(list.items.map(item)))
    }
}
