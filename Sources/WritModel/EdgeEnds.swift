// What objects edges name, and what they become when one is renamed.

extension Membership {
    /// Whether the edge has an end at `address`.
    package func names(_ address: Address) -> Bool {
        Address(.user, user) == address || Address(.group, group) == address
    }

    /// The edge after the object `old` got the name of `new`.
    package func renamed(_ old: Address, to new: Address) -> Membership {
        Membership(
            user: Address(.user, user) == old ? new.name : user,
            group: Address(.group, group) == old ? new.name : group)
    }
}

extension AttachmentKey {
    /// Whether the edge has an end at `address`.
    package func names(_ address: Address) -> Bool {
        principal == address || address.kind == .policy && policy == .custom(address.name)
    }

    /// The edge after the object `old` got the name of `new`.
    package func renamed(_ old: Address, to new: Address) -> AttachmentKey {
        AttachmentKey(
            principal: principal == old ? new : principal,
            policy: old.kind == .policy && policy == .custom(old.name) ? .custom(new.name) : policy,
            scope: scope)
    }
}
