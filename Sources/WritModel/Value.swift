/// The value of a field, as observed in a store or to be written to one.
package enum Value: Hashable, Sendable {
    case text(String)
    case integer(Int)
    case boolean(Bool)
    /// A collection's items, sorted and each once: build it with ``list(of:)``.
    case list([Item])
    /// Equal when the documents mean the same.
    case document(PolicyDocument)

    /// A collection value: `items` sorted, duplicates dropped.
    package static func list(of items: some Sequence<Item>) -> Value {
        .list(Set(items).sorted())
    }
}

/// An item of a collection field.
package enum Item: Hashable, Comparable, Sendable {
    case word(String)
    case trust(TrustPrincipal)
    case accessKey(DeclaredAccessKey)

    package static func < (a: Item, b: Item) -> Bool {
        switch (a, b) {
        case (.word(let a), .word(let b)): a < b
        case (.trust(let a), .trust(let b)): a < b
        case (.accessKey(let a), .accessKey(let b)): a.name < b.name
        case (.word, _), (.trust, .accessKey): true
        default: false
        }
    }
}

/// Somebody who may assume an agency.
package struct TrustPrincipal: Hashable, Comparable, Sendable {
    /// What the name names.
    package enum Sort: String, CaseIterable, Sendable {
        case account, user, service, identityProvider
    }

    package var sort: Sort
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
    package enum Status: String, CaseIterable, Sendable { case active, inactive }

    package var name: String
    package var status: Status
    /// A new key replaces the old one when this rises.
    package var generation: Int
    /// The recipient a new key is encrypted to.
    package var deliverTo: String?

    package init(name: String, status: Status = .active, generation: Int = 1, deliverTo: String? = nil) {
        self.name = name
        self.status = status
        self.generation = generation
        self.deliverTo = deliverTo
    }
}
