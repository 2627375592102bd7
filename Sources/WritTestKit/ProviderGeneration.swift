internal import WritModel

extension StateGenerator {
    /// Leaves an identity provider what fits together: one protocol, and what its way of signing in takes.
    mutating func makeProvider(_ object: inout DesiredObject) {
        let isSAML = values.random.chance(50)
        let signIn = values.random.chance(70) ? "role" : "user"
        object.fields[.signIn] = .scalar(.text(signIn))
        for field in object.fields.fields where !isProviderField(field, isSAML: isSAML) {
            object.fields[field] = nil
        }
        let needed: [Field] = isSAML ? [.samlMetadata] : [.oidcIssuer, .oidcClientIDs]
        for schema in KindSchema.identityProviderFields where needed.contains(schema.field) {
            object.fields[schema.field] = stated(schema)
        }
        if object.fields.has(.oidcScopes) || object.fields.has(.oidcResponseMode)
            || object.fields.has(.oidcAuthorizationEndpoint)
        {
            for schema in KindSchema.identityProviderFields where consoleFields.contains(schema.field) {
                object.fields[schema.field] = stated(schema)
            }
        }
        settleSignIn(&object)
    }

    private func isProviderField(_ field: Field, isSAML: Bool) -> Bool {
        field.rawValue.hasPrefix(isSAML ? "oidc." : "saml.") == false
    }

    /// The value of a field; lists in the mode that removes what they do not name, as groups may go that others name.
    private mutating func stated(_ schema: FieldSchema) -> DesiredValue {
        guard case .list(let items) = values.value(of: schema.type) else {
            return .scalar(values.value(of: schema.type))
        }
        return .list(DesiredList(.exactly, schema.field == .oidcScopes ? withOpenID(items) : items))
    }

    private func withOpenID(_ items: [Item]) -> [Item] {
        let openID = Item.word("openid")
        return Array((items.filter { $0 != openID } + [openID]).suffix(10))
    }

    private func settleSignIn(_ object: inout DesiredObject) {
        // A provider that takes all other logins away is refused.
        if object.fields.has(.otherLogins) { object.fields[.otherLogins] = .scalar(.boolean(true)) }
        if object.fields[.signIn] == .scalar(.text("user")) {
            object.fields[.mappings] = nil
        } else {
            if case .list(let list)? = object.fields[.mappings] {
                object.fields[.mappings] = .list(DesiredList(.exactly, list.items))
            } else {
                object.fields[.mappings] = .list(DesiredList(.exactly, []))
            }
        }
        for field in [Field.oidcScopes, .oidcClientIDs, .oidcThumbprints] {
            guard case .list(let list)? = object.fields[field] else { continue }
            object.fields[field] = .list(DesiredList(.exactly, list.items))
        }
    }

    /// Another value for a field that can change.
    mutating func changeProvider(_ schema: FieldSchema, of address: Address, in state: inout DesiredState) {
        guard var object = state.objects[address], schema.field != .signIn else { return }
        let isSAML = object.fields.has(.samlMetadata)
        guard isProviderField(schema.field, isSAML: isSAML) else { return }
        if schema.field == .mappings {
            object.fields[.mappings] = stated(schema)
            settleSignIn(&object)
            state.objects[address] = object
            return mapGroups(of: address.name, in: &state)
        }
        if object.fields.has(schema.field) || !consoleFields.contains(schema.field) {
            object.fields[schema.field] = stated(schema)
        }
        settleSignIn(&object)
        state.objects[address] = object
    }

    /// Lets the mappings of a provider name groups of the state.
    mutating func mapGroups(of provider: String, in state: inout DesiredState) {
        let groups = state.names(of: .group)
        state.changeMappings(of: provider) { mapping in
            let chosen = values.random.some(of: groups, percent: 40)
            let isNamed = !chosen.isEmpty || mapping.user != nil
            return FederationMapping(
                mapping.name, when: mapping.conditions, user: isNamed ? mapping.user : "{0}",
                groups: chosen.map { Reference($0) })
        }
    }

    /// Takes a group out of all mappings.
    func forgetMapped(_ group: String, in state: inout DesiredState) {
        for provider in state.names(of: .identityProvider) {
            state.changeMappings(of: provider) { mapping in
                FederationMapping(
                    mapping.name, when: mapping.conditions, user: mapping.user ?? "someone",
                    groups: mapping.groups.filter { $0.name != group })
            }
        }
    }

    /// Gives a group its new name in all mappings.
    func renameMapped(_ group: String, to name: String, in state: inout DesiredState) {
        for provider in state.names(of: .identityProvider) {
            state.changeMappings(of: provider) { $0.renaming(group: group, to: name) }
        }
    }
}

private let consoleFields: [Field] = [.oidcAuthorizationEndpoint, .oidcScopes, .oidcResponseMode]

extension KindSchema {
    fileprivate static var identityProviderFields: [FieldSchema] { KindSchema.of(.identityProvider).fields }
}

extension DesiredState {
    fileprivate mutating func changeMappings(
        of provider: String, _ change: (FederationMapping) -> FederationMapping
    ) {
        let address = Address(.identityProvider, provider)
        guard case .list(var list)? = objects[address]?.fields[.mappings] else { return }
        list.items = list.items.map { item in
            if case .mapping(let mapping) = item { .mapping(change(mapping)) } else { item }
        }
        objects[address]?.fields[.mappings] = .list(list)
    }
}

extension ValueGenerator {
    /// The XML of a provider, of one line or several.
    mutating func metadata() -> String {
        let name = "https://login\(random.below(1000)).example.com/saml"
        let head =
            "<md:EntityDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\" entityID=\"\(name)\">"
        let inner =
            "<md:IDPSSODescriptor>\(random.pick(["", "日本 &amp; more", "<md:X a='1'/>"]))</md:IDPSSODescriptor>"
        let start = random.chance(50) ? "<?xml version=\"1.0\"?>\n" : ""
        return random.chance(50)
            ? "\(start)\(head)\n  \(inner)\n</md:EntityDescriptor>\n"
            : "\(start)\(head)\(inner)</md:EntityDescriptor>"
    }

    /// A set of public keys in its canonical form.
    mutating func signingKeys() -> String {
        "{\"keys\":[{\"kid\":\"k\(random.below(100))\",\"kty\":\"EC\",\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\"}]}"
    }

    /// Mappings that name no group.
    mutating func mappings() -> [Item] {
        (0...random.below(3)).map { number in
            let conditions = (0...random.below(2)).map { _ in condition() }
            let count = conditions.count { $0.test == .present }
            let user = count > 0 && random.chance(60) ? "{\(random.below(count))}" : "somebody"
            return .mapping(FederationMapping("rule-\(number)", when: conditions, user: user))
        }
    }

    private mutating func condition() -> FederationCondition {
        let attribute = random.pick(["groups", "__NAMEID__", "urn:oid:1.2", "a b"])
        let values = random.some(of: ["engineering", "sre", "no", "^x.*$", "{{x}}", "日本"], percent: 40)
        guard !values.isEmpty else { return FederationCondition(attribute) }
        return FederationCondition(
            attribute, random.chance(70) ? .anyOf(values) : .noneOf(values), isRegex: random.chance(20))
    }
}
