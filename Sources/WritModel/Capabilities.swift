/// What a store can do with a field.
package enum FieldCapability: String, CaseIterable, Sendable {
    /// Can be read and changed.
    case mutable
    /// Can be read, not changed by us.
    case observable
    /// Can be read, and set only when the object is created.
    case createOnly
    /// Can be set, never read back: shown as unverifiable, never as in sync.
    case writeOnly
    /// Can be set; a person may have to confirm before it is live, see ``AwaitedConfirmation``.
    case asyncVerify
    /// Changing it means a new object.
    case replaceOnChange
    /// The store has no such field: a warning and a manual step.
    case unsupported

    /// Whether an observation says what the value is.
    package var isObservable: Bool { self != .writeOnly && self != .unsupported }
}

/// What a store can do, per kind and field.
package struct Capabilities: Hashable, Sendable {
    /// What is not listed is ``FieldCapability/mutable``.
    package var exceptions: [Kind: [Field: FieldCapability]]
    /// The scopes, by word, that attachments to a kind may have; a kind that is not listed takes any.
    package var scopes: [Kind: Set<String>]
    /// The kinds whose objects can be renamed in place.
    package var renames: Set<Kind>
    /// How many changes the store takes at once.
    package var parallelism: Int
    /// How many access keys a user can have; with fewer than two none can be rotated.
    package var accessKeyLimit: Int
    /// The vendor whose built-in objects the store has. `nil` for a store that has none of its own: there, an object is reserved
    /// where the store marks it.
    package var vendor: Dialect?

    package init(
        exceptions: [Kind: [Field: FieldCapability]] = [:], scopes: [Kind: Set<String>] = [:],
        renames: Set<Kind> = Set(Kind.allCases), parallelism: Int = 1, accessKeyLimit: Int = 2,
        vendor: Dialect? = nil
    ) {
        self.exceptions = exceptions
        self.scopes = scopes
        self.renames = renames
        self.parallelism = parallelism
        self.accessKeyLimit = accessKeyLimit
        self.vendor = vendor
    }

    /// What the store can do with a field of a kind.
    package subscript(kind: Kind, field: Field) -> FieldCapability {
        exceptions[kind]?[field] ?? .mutable
    }
}
