import WritModel

/// What differs between the access of two classes of principals.
struct ClassDifference {
    /// Without principals.
    var changes: [AccessChange]
    /// Why not everything can be told.
    var reasons: Set<OpenReason>

    static let none = ClassDifference(changes: [], reasons: [])
}

extension EffectivePolicies {
    /// A document by itself, as if it were attached to the account.
    init(_ set: PolicySet, _ terms: GrantTerms, _ dialect: Dialect) {
        self.init(set: set, terms: set.readings.map { _ in terms }, unknown: [], dialect: dialect)
    }
}
