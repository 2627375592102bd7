package import WritModel

/// All of an account that decides who may do what, ready to be asked.
///
/// Making it reads each attached document once; asking costs what reaches the principal.
package struct AccountAccess: Sendable {
    /// The language of its documents.
    package let dialect: Dialect
    /// Its id, as trust policies name it.
    package let account: String
    /// What it was made from.
    package let facts: AccountFacts
    /// Every attached policy whose document is known.
    package let policies: [PolicyReference: PolicyReading]
    /// Whom each agency trusts, as a document; an agency that is missing here does not say.
    package let trusts: [String: PolicySet]
    /// What attached roles need beside them.
    package let roleDependencies: RoleDependencies
    private let groupsOf: [String: [Membership]]
    private let attachmentsOf: [Address: [Grant]]

    /// The access that these facts give.
    package init(_ facts: AccountFacts, dialect: Dialect, account: String) {
        self.dialect = dialect
        self.account = account
        self.facts = facts
        var policies: [PolicyReference: PolicyReading] = [:]
        var attachments: [Address: [Grant]] = [:]
        for (key, expires) in facts.attachments {
            attachments[key.principal, default: []].append(Grant(attachment: key, expires: expires))
            if policies[key.policy] == nil, let document = facts.documents[key.policy] {
                policies[key.policy] = readPolicy(document.json, dialect: dialect)
            }
        }
        self.policies = policies
        roleDependencies = RoleDependencies(facts.documents, dialect: dialect)
        attachmentsOf = attachments.mapValues { $0.sorted() }
        groupsOf = Dictionary(grouping: facts.memberships.sorted(), by: \.user)
        trusts = facts.agencies.compactMapValues { trust in
            trust.reading(dialect: dialect, account: account).map { PolicySet([$0]) }
        }
    }

    /// The access that a commit gives, where it is applied to `live` or, without it, by itself.
    package init(
        _ desired: DesiredState, live: ObservedState? = nil, dialect: Dialect, account: String
    ) {
        self.init(
            AccountFacts(desired, live: live, dialect: dialect), dialect: dialect, account: account)
    }

    /// The access in a live account.
    package init(_ observed: ObservedState, dialect: Dialect, account: String) {
        self.init(AccountFacts(observed, dialect: dialect), dialect: dialect, account: account)
    }

    /// Every user and agency, and every identity provider for the people who come through it, in order.
    package var principals: [Address] {
        let federated = facts.providers.lazy.filter { !$0.value.signsInAsUser }.map(\.key)
        return
            (facts.users.keys.map { Address(.user, $0) } + facts.agencies.keys.map { Address(.agency, $0) }
            + federated.map { Address(.identityProvider, $0) }).sorted()
    }

    /// The memberships of a user, by group; of an identity provider those that its mappings may give.
    package func groups(of principal: Address) -> [Membership] {
        switch principal.kind {
        case .user: groupsOf[principal.name] ?? []
        case .identityProvider:
            facts.providers[principal.name]?.groups.map { Membership(user: principal.name, group: $0) } ?? []
        case .group, .policy, .agency, .passwordPolicy, .securitySettings, .project: []
        }
    }

    /// The users in a group, and the identity providers whose people may be, in order.
    package func members(of group: String) -> [Address] {
        let users = facts.memberships.lazy.filter { $0.group == group }.map { Address(.user, $0.user) }
        let providers = facts.providers.lazy.filter { $0.value.groups.contains(group) }
            .map { Address(.identityProvider, $0.key) }
        return (Array(users) + providers).sorted()
    }

    /// Whether the principal is a user or provider that is disabled, so that nothing it holds counts.
    package func isDisabled(_ principal: Address) -> Bool {
        switch principal.kind {
        case .user: facts.users[principal.name] == false
        case .identityProvider: facts.providers[principal.name]?.isEnabled == false
        case .group, .policy, .agency, .passwordPolicy, .securitySettings, .project: false
        }
    }

    /// Whether the account has such a user, group, agency or identity provider.
    package func has(_ principal: Address) -> Bool {
        switch principal.kind {
        case .user: facts.users[principal.name] != nil
        case .group: facts.groups.contains(principal.name)
        case .agency: facts.agencies[principal.name] != nil
        case .identityProvider: facts.providers[principal.name] != nil
        case .policy, .passwordPolicy, .securitySettings, .project: false
        }
    }

    /// Whoever something is attached to.
    var holders: Set<Address> { Set(attachmentsOf.keys) }

    /// What is attached to a principal or group itself, in order.
    func ownGrants(of holder: Address) -> [Grant] { attachmentsOf[holder] ?? [] }

    /// The roles that an attached one needs and that are not attached beside it, to the same principal in the same scope.
    package func missingRoles(beside key: AttachmentKey) -> [MissingRole] {
        guard roleDependencies.needsOthers(key.policy) else { return [] }
        let held = ownGrants(of: key.principal).map(\.attachment).filter { $0.scope == key.scope }
        return roleDependencies.missing(for: key.policy, beside: Set(held.map(\.policy.name)))
    }

    /// Every attachment that reaches a principal, its own first, then by group; of a group, its own.
    package func grants(of principal: Address) -> [Grant] {
        var result = attachmentsOf[principal] ?? []
        for membership in groups(of: principal) {
            for grant in attachmentsOf[Address(.group, membership.group)] ?? [] {
                result.append(
                    Grant(
                        attachment: grant.attachment, expires: grant.expires, membership: membership,
                        isFederated: principal.kind == .identityProvider))
            }
        }
        return result
    }

    /// What the principal has in common with all who can do the same.
    package func grantClass(of principal: Address) -> GrantClass {
        GrantClass(terms: Set(grants(of: principal).map(\.terms)), isDisabled: isDisabled(principal))
    }

    /// What a principal's attachments say together.
    package func effectivePolicies(of principal: Address) -> EffectivePolicies {
        effectivePolicies(of: grantClass(of: principal))
    }

    /// What attachments say together: each known document once for each of its terms, with scope and end as conditions
    /// of every statement. Cost is in line with the size of the documents.
    package func effectivePolicies(of grants: GrantClass) -> EffectivePolicies {
        var known: [GrantTerms] = []
        var unknown: [GrantTerms] = []
        var readings: [PolicyReading] = []
        if !grants.isDisabled {
            for terms in grants.terms.sorted() {
                guard var reading = policies[terms.policy] else {
                    unknown.append(terms)
                    continue
                }
                let conditions = terms.conditions(dialect)
                if !conditions.isEmpty {
                    for index in reading.statements.indices {
                        reading.statements[index].conditions += conditions
                    }
                }
                known.append(terms)
                readings.append(reading)
            }
        }
        return EffectivePolicies(
            set: PolicySet(readings), terms: known, unknown: unknown, dialect: dialect)
    }
}

/// The statements that count for a principal, with what each document comes from.
package struct EffectivePolicies: Sendable {
    /// Their documents, compiled.
    package let set: PolicySet
    /// The terms of each document of the set.
    package let terms: [GrantTerms]
    /// What is attached and whose document is not known.
    package let unknown: [GrantTerms]
    let dialect: Dialect
}
