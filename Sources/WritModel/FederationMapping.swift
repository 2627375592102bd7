/// A rule of an identity provider: who signs in so becomes that federated user, in these groups.
///
/// Of several rules that hold for one person all groups count, and the first name in the order of the rules' names.
package struct FederationMapping: Hashable, Sendable {
    /// The name, unique among the provider's mappings.
    package var name: String
    /// All have to hold; without one the rule holds for everybody. In the author's order, in which placeholders count.
    package var conditions: [FederationCondition]
    /// What the federated user is called, with placeholders such as `{0}`; `nil` where the rule gives no name.
    package var user: String?
    /// The groups whose access it gets, by name.
    package var groups: [Reference]

    /// Takes the groups in any order.
    package init(
        _ name: String, when conditions: [FederationCondition] = [], user: String? = nil,
        groups: [Reference] = []
    ) {
        self.name = name
        self.conditions = conditions
        self.user = user
        self.groups = groups.sorted()
    }

    /// How many conditions a placeholder may name: those that do nothing but ask for an attribute.
    package var placeholderCount: Int { conditions.count { $0.test == .present } }

    /// As a store shows it, which does not tell whether a group is managed.
    package var asObserved: FederationMapping {
        guard groups.contains(where: \.isExternal) else { return self }
        return FederationMapping(
            name, when: conditions, user: user, groups: groups.map { Reference($0.name) })
    }

    /// With a group under its new name.
    package func renaming(group old: String, to new: String) -> FederationMapping {
        guard groups.contains(where: { $0.name == old }) else { return self }
        let renamed = groups.map { $0.name == old ? Reference(new, isExternal: $0.isExternal) : $0 }
        return FederationMapping(name, when: conditions, user: user, groups: renamed)
    }
}

/// What an attribute that the identity provider sends has to say.
package struct FederationCondition: Hashable, Sendable {
    /// What is asked of the attribute's values.
    package enum Test: Hashable, Sendable {
        /// That there is one. Placeholders count these.
        case present
        /// That one of them is among these, which are in order.
        case anyOf([String])
        /// That none of them is among these, which are in order.
        case noneOf([String])
    }

    /// The attribute's name, or that of a claim.
    package var attribute: String
    /// What is asked.
    package var test: Test
    /// Whether the values are regular expressions.
    package var isRegex: Bool

    /// Takes the values in any order.
    package init(_ attribute: String, _ test: Test = .present, isRegex: Bool = false) {
        self.attribute = attribute
        self.test =
            switch test {
            case .present: .present
            case .anyOf(let values): .anyOf(values.sorted())
            case .noneOf(let values): .noneOf(values.sorted())
            }
        self.isRegex = isRegex
    }
}

extension Item {
    /// The item as a store shows it.
    package var asObserved: Item {
        switch self {
        case .mapping(let mapping): .mapping(mapping.asObserved)
        case .accessKey(let key): .accessKey(key.asObserved)
        case .word, .trust, .addresses: self
        }
    }
}

extension Value {
    /// The mappings of a provider's field.
    package var mappings: [FederationMapping] {
        guard case .list(let items) = self else { return [] }
        return items.compactMap { if case .mapping(let mapping) = $0 { mapping } else { nil } }
    }

    /// With a group under its new name; the same value where it names none such.
    package func renaming(group old: String, to new: String) -> Value {
        guard case .list(let items) = self else { return self }
        return .list(items.map { $0.renaming(group: old, to: new) })
    }
}

extension Item {
    /// With a group under its new name.
    package func renaming(group old: String, to new: String) -> Item {
        guard case .mapping(let mapping) = self else { return self }
        return .mapping(mapping.renaming(group: old, to: new))
    }
}

extension DesiredValue {
    /// The mappings that a manifest states, of a `none` list those that it forbids.
    package var mappings: [FederationMapping] {
        guard case .list(let list) = self else { return [] }
        return list.items.compactMap { if case .mapping(let mapping) = $0 { mapping } else { nil } }
    }

    /// With a group under its new name.
    package func renaming(group old: String, to new: String) -> DesiredValue {
        guard case .list(let list) = self else { return self }
        return .list(DesiredList(list.mode, list.items.map { $0.renaming(group: old, to: new) }))
    }
}
