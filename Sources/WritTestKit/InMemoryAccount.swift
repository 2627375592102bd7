package import WritModel
package import WritStore

/// An account in memory: a store and a ledger apart from each other, like those of a cloud.
package struct InMemoryAccount: Sendable {
    /// Where faults and foreign edits are put in.
    package let store: InMemoryStore
    /// Where failing writes are put in.
    package let ledger: InMemoryLedger

    /// An empty account.
    package init(
        account: String? = "acme", lineage: String = "lineage",
        systemPolicies: [String: PolicyDocument] = SystemPolicies.all,
        capabilities: Capabilities = Capabilities(parallelism: 4)
    ) {
        store = InMemoryStore(
            account: account, systemPolicies: systemPolicies, capabilities: capabilities)
        ledger = InMemoryLedger(lineage: lineage)
    }

    /// The account as the engine uses it.
    package var account: Account {
        Account(store: store, ledger: ledger, executor: SeparateExecutor(store: store, ledger: ledger))
    }
}
