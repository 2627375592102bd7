import WritModel

/// A document on the terms that it is attached on, prepared for being compared beside others.
struct ComparedDocument {
    let terms: GrantTerms
    /// With scope and end as conditions.
    let reading: PolicyReading
    /// Its Deny statements alone, and what cannot be read.
    let refusals: PolicyReading
    /// The keys, in lower case, that its statements ask for.
    let keys: Set<String>
    /// Those of them that a qualifier names, so that they may have several values.
    let severalKeys: Set<String>
    let allows: [StatementReach]
    let denies: [StatementReach]
    /// ``StatementReach/services`` of all of ``allows``.
    let allowedServices: UInt64
    /// Those of all statements.
    let services: UInt64

    init(_ terms: GrantTerms, _ reading: PolicyReading, _ dialect: Dialect) {
        self.terms = terms
        let limited = terms.limiting(reading, dialect)
        self.reading = limited
        var refusals = limited
        refusals.statements.removeAll { $0.effect == .allow }
        self.refusals = refusals
        keys = limited.keys
        severalKeys = Set(
            limited.statements.flatMap(\.conditions).filter { $0.operator.qualifier != nil }.map(\.key))
        allows = limited.statements.filter { $0.effect == .allow }.map(StatementReach.init)
        denies = refusals.statements.map(StatementReach.init)
        allowedServices = allows.reduce(0) { $0 | $1.services }
        services = denies.reduce(allowedServices) { $0 | $1.services }
    }

    /// Whether a statement of it says nothing that could be relied on: it may be about any request.
    var isUnreadable: Bool { reading.unreadableCount > 0 }
}
