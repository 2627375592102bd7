/// The value of a field, as observed in a store or to be written to one.
package enum Value: Hashable, Sendable {
    case text(String)
    case integer(Int)
    case boolean(Bool)
    /// A collection's items, sorted and each once: build it with ``list(of:)``.
    case list([Item])
    /// Equal when the documents mean the same.
    case document(PolicyDocument)

    /// A collection value: `items` sorted by identity; of two with one identity the later one counts.
    package static func list(of items: some Sequence<Item>) -> Value {
        let unique = Dictionary(items.map { ($0.identity, $0) }, uniquingKeysWith: { _, later in later })
        return .list(unique.values.sorted())
    }
}

/// An item of a collection field.
package enum Item: Hashable, Comparable, Sendable {
    case word(String)
    case trust(TrustPrincipal)
    case accessKey(DeclaredAccessKey)
    case addresses(AdmittedAddresses)

    /// What makes it this item and no other: a collection holds one item of an identity.
    package var identity: String {
        switch self {
        case .word(let word): word
        case .trust(let principal): principal.sort.rawValue + " " + principal.name
        case .accessKey(let key): key.name
        case .addresses(let addresses): addresses.range.description
        }
    }

    package static func < (a: Item, b: Item) -> Bool { a.identity < b.identity }
}

/// Somebody who may assume an agency.
package struct TrustPrincipal: Hashable, Comparable, Sendable {
    /// What the name names.
    package enum Sort: String, CaseIterable, Sendable {
        case account, user, service, identityProvider
    }

    /// What the name names.
    package var sort: Sort
    /// The account, user, service or provider.
    package var name: String

    package init(_ sort: Sort, _ name: String) {
        self.sort = sort
        self.name = name
    }

    package static func < (a: TrustPrincipal, b: TrustPrincipal) -> Bool {
        (a.sort.rawValue, a.name) < (b.sort.rawValue, b.name)
    }
}

/// An access key that a manifest asks for; its secret has no field anywhere.
package struct DeclaredAccessKey: Hashable, Sendable {
    /// Whether the key can be used.
    package enum Status: String, CaseIterable, Sendable { case active, inactive }

    /// The name, unique among the user's keys.
    package var name: String
    /// Whether it can be used.
    package var status: Status
    /// A new key replaces the old one when this rises.
    package var generation: Int
    /// Whom a new key is encrypted to.
    package var deliverTo: Recipient?

    package init(name: String, status: Status = .active, generation: Int = 1, deliverTo: Recipient? = nil) {
        self.name = name
        self.status = status
        self.generation = generation
        self.deliverTo = deliverTo
    }
}
