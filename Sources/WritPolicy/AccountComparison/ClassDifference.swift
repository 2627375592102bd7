import WritModel

/// What decides a comparison: the grants of both sides, and the name where a document asks for it.
struct ClassPair: Hashable {
    var old: GrantClass
    var new: GrantClass
    var fixed: [String: String]
}

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
