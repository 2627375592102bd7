package import WritStore

/// A fresh account of a store under test, and a way to change it behind Writ's back.
package struct ConformanceSubject: Sendable {
    /// The store, the ledger and the executor under test.
    package var account: Account
    /// Does what a person with the store's own tools does.
    package var edit: @Sendable (ForeignEdit) async throws -> Void

    /// A subject that the factory of a test makes, one for each chapter.
    package init(account: Account, edit: @escaping @Sendable (ForeignEdit) async throws -> Void) {
        self.account = account
        self.edit = edit
    }
}
