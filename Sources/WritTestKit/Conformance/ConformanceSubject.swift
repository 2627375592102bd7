package import WritStore

/// A fresh account of a store under test, and a way to change it behind Writ's back.
package struct ConformanceSubject: Sendable {
    package var account: Account
    /// Does what a person with the store's own tools does.
    package var edit: @Sendable (ForeignEdit) async throws -> Void

    package init(account: Account, edit: @escaping @Sendable (ForeignEdit) async throws -> Void) {
        self.account = account
        self.edit = edit
    }
}
