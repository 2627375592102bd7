/// A third set, which gained requests are held against too.
struct ComparedThird {
    let part: ComparedPart
    /// Whether it has to allow them; else it may not.
    let isWanted: Bool
}

/// What of a set can matter in one direction of a comparison.
struct ComparedPart {
    /// All of it, which witnesses are decided by.
    let set: PolicySet
    /// The statements that can matter, with the patterns that can.
    let statements: [Statement]
    /// Where each stands in ``PolicySet/statements``.
    let origins: [Int]

    init(_ set: PolicySet, inside entries: ChangedEntries) {
        self.set = set
        var statements: [Statement] = []
        var origins: [Int] = []
        for (id, statement) in set.statements.enumerated() {
            guard let part = entries.part(of: statement) else { continue }
            statements.append(part)
            origins.append(id)
        }
        self.statements = statements
        self.origins = origins
    }
}
