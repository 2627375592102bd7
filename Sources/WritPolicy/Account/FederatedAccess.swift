package import WritModel

/// What an identity provider says about access: whom it lets in, and the groups that its mappings name.
///
/// Which people come, and which mappings hold for them, only the directory knows. So this is an upper bound: everybody
/// who signs in counts as being in every group that any mapping names.
package struct FederatedAccess: Hashable, Sendable {
    /// Whether people can sign in; where the state does not say they can.
    package var isEnabled = true
    /// Whether people sign in as users that are there, so that nobody has access of the provider's.
    package var signsInAsUser = false
    /// Who gets which groups.
    package var mappings: [FederationMapping] = []

    /// A provider of which nothing is known.
    package init() {}

    /// What the fields of a live provider say.
    package init(_ fields: FieldMap<Value>) {
        for (field, value) in fields { take(field, value) }
    }

    /// The groups whose access people get, in order.
    package var groups: [String] {
        if signsInAsUser { return [] }
        return Set(mappings.flatMap { $0.groups.map(\.name) }).sorted()
    }

    /// Takes over the new value of a field.
    package mutating func take(_ field: Field, _ value: Value) {
        switch (field, value) {
        case (.enabled, .boolean(let flag)): isEnabled = flag
        case (.signIn, .text(let word)): signsInAsUser = word == "user"
        case (.mappings, _): mappings = value.mappings
        default: break
        }
    }

    /// With a group under its new name.
    package func renaming(group old: String, to new: String) -> FederatedAccess {
        var result = self
        result.mappings = mappings.map { $0.renaming(group: old, to: new) }
        return result
    }
}

extension AccountFacts {
    /// The groups that people get who come through an identity provider.
    package var mappedGroups: Set<String> { Set(providers.values.flatMap(\.groups)) }

    /// Gives a group its new name in all mappings.
    package mutating func renameMapped(_ old: Address, to new: Address) {
        guard old.kind == .group else { return }
        providers = providers.mapValues { $0.renaming(group: old.name, to: new.name) }
    }
}
