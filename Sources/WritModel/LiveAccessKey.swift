/// An access key as a store has it.
///
/// While a key is rotated the store has two of one name, of different generations. What the field `accessKeys.keys` of
/// an observed user shows is the newest of each name.
package struct LiveAccessKey: Hashable, Sendable {
    /// The store's id, which requests are signed with.
    package var id: String
    /// The name in the manifest; for a key that Writ did not make, its id.
    package var name: String
    /// Which of its name it is.
    package var generation: Int
    /// Whether it can be used.
    package var status: DeclaredAccessKey.Status
    /// When it was made.
    package var createdAt: Instant
    /// When it was last used, as far as the store knows; `nil` for never.
    package var lastUsedAt: Instant?
    /// Since when it cannot be used; `nil` for a key that can, or of a store that does not say.
    package var disabledAt: Instant?

    /// A key as it was read.
    package init(
        id: String, name: String, generation: Int, status: DeclaredAccessKey.Status = .active,
        createdAt: Instant, lastUsedAt: Instant? = nil, disabledAt: Instant? = nil
    ) {
        self.id = id
        self.name = name
        self.generation = generation
        self.status = status
        self.createdAt = createdAt
        self.lastUsedAt = lastUsedAt
        self.disabledAt = disabledAt
    }

    /// By name, generation and id: the order in every output.
    package static func isBefore(_ a: LiveAccessKey, _ b: LiveAccessKey) -> Bool {
        (a.name, a.generation, a.id) < (b.name, b.generation, b.id)
    }
}

extension [LiveAccessKey] {
    /// What the field `accessKeys.keys` shows: of each name the newest generation, and of two of it the one that can be
    /// used; `nil` where there is no key.
    package var fieldValue: Value? {
        guard !isEmpty else { return nil }
        let inOrder = sorted { a, b in
            if a.generation != b.generation { return a.generation < b.generation }
            return (a.status == .active ? 1 : 0, b.id) < (b.status == .active ? 1 : 0, a.id)
        }
        return .list(
            of: inOrder.map {
                .accessKey(DeclaredAccessKey(name: $0.name, status: $0.status, generation: $0.generation))
            })
    }
}
