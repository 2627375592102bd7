package import WritDiagnostics
package import WritModel

/// What a diff found: the changes in order, and what a reader should know besides.
package struct Difference: Hashable, Sendable {
    /// In the order they are to be made.
    package var changes: [Change] = []
    /// Conflicts between the manifests and the live state; errors among them leave no plan.
    package var diagnostics: [Diagnostic] = []
    /// Live objects that nobody declared and Writ does not own, in order.
    package var unmanaged: [Address] = []
    /// Live objects that nobody declared and that are not the account's own, in order.
    package var reserved: [ReservedObject] = []
    /// Declared fields that the store cannot show.
    package var unverifiable: [ObjectField] = []
    /// Unowned live objects that differ from their manifest and may not be taken over yet.
    package var unadopted: [Address] = []
    /// Declared objects that no change but an adoption concerns.
    package var unchangedCount = 0

    package init() {}

    /// Whether anything in the store would change. Adoptions and releases count as no change.
    package var changesStore: Bool { changes.contains { !$0.effect.isLedgerOnly } }
}

/// A field of an object.
package struct ObjectField: Hashable, Sendable {
    /// The object.
    package var address: Address
    /// Its field.
    package var field: Field

    package init(_ address: Address, _ field: Field) {
        self.address = address
        self.field = field
    }
}
