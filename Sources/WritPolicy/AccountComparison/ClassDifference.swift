import WritModel

/// What decides a comparison: the grants of both sides, and the name where a document asks for it.
struct ClassPair: Hashable {
    var old: GrantClass
    var new: GrantClass
    /// Whose, where a document asks for the name.
    var name: Address?
}

/// What differs between the access of two classes of principals.
struct ClassDifference {
    /// Of the documents that give or gave access, each by itself.
    var parts: [DocumentDifference]
    /// Why not everything can be told.
    var reasons: Set<OpenReason>

    static let none = ClassDifference(parts: [], reasons: [])

    /// Whether access changes, as far as it can be told.
    var hasChanges: Bool { parts.contains { !$0.changes.isEmpty } }
}

/// What one document gives on one side and the other side does not, beside the same other documents.
struct DocumentDifference {
    /// Without principals, one for each statement.
    var changes: [NumberedChange]
    /// Why not everything can be told.
    var reasons: Set<OpenReason>
}

/// A change with the number of the row that it belongs to.
struct NumberedChange {
    var change: AccessChange
    var row: Int
}
