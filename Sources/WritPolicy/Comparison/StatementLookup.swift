/// Whether a statement is among others: few are looked through, since a set of them costs more than it spares.
struct StatementLookup {
    private let few: [ComparedStatement]
    private let many: Set<ComparedStatement>

    /// Of these statements.
    init(_ statements: [ComparedStatement]) {
        let isShort = statements.count <= 8
        few = isShort ? statements : []
        many = isShort ? [] : Set(statements)
    }

    /// Whether it is one of them.
    func contains(_ statement: ComparedStatement) -> Bool {
        few.contains(statement) || many.contains(statement)
    }
}
