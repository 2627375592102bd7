/// How a declared collection relates to what is live.
package enum ListMode: String, CaseIterable, Sendable {
    /// The live collection is exactly the items; what is beyond them is removed.
    case exactly
    /// The items are in the live collection; nothing is ever removed.
    case atLeast
    /// None of the items is in the live collection; nothing is ever added.
    case none
}

/// A declared collection: its mode and its items, in the author's order.
package struct DesiredList<Element: Hashable & Sendable>: Hashable, Sendable {
    /// How the items relate to what is live.
    package var mode: ListMode
    /// In the author's order.
    package var items: [Element]

    @inlinable
    package init(_ mode: ListMode, _ items: [Element]) {
        self.mode = mode
        self.items = items
    }
}

/// What a manifest says about a field.
package enum DesiredValue: Hashable, Sendable {
    /// Any value but a list.
    case scalar(Value)
    case list(DesiredList<Item>)

    /// The value the field has to have, given what is observed.
    package func resolved(against observed: Value?) -> Value {
        switch self {
        case .scalar(.credential(let credential)):
            return .credential(credential.asObserved)
        case .scalar(let value):
            return value
        case .list(let list):
            let live: [Item] = if case .list(let items)? = observed { items } else { [] }
            let named = Set(list.items.map(\.identity))
            let others = live.filter { !named.contains($0.identity) }
            return switch list.mode {
            case .exactly: .list(of: list.items.lazy.map(\.asObserved))
            case .atLeast: .list(of: others + list.items.map(\.asObserved))
            case .none: .list(of: others)
            }
        }
    }

    /// Whether `observed` already is as declared; an absent collection counts as an empty one.
    package func isSatisfied(by observed: Value?) -> Bool {
        switch (self, observed) {
        case (.scalar(.credential), _): resolved(against: observed) == observed
        case (.scalar(let value), _): value == observed
        // What is live is sorted and each item once: where it is the same, so is what would come of it.
        case (.list(let list), .list(let live)?) where list.mode == .exactly && list.items == live: true
        case (.list, _): resolved(against: observed) == observed ?? .list([])
        }
    }
}
