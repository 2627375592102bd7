package import WritModel

/// What a state says about access, whether it is a commit's, a live one, or both together.
package struct AccountFacts: Hashable, Sendable {
    /// The documents that are known, of the account's own policies and of the vendor's.
    package var documents: [PolicyReference: PolicyDocument] = [:]
    /// The users, and whether each may do anything at all.
    package var users: [String: Bool] = [:]
    /// The root users: what they can do does not follow from what is attached.
    package var roots: Set<String> = []
    /// The groups that are known by name.
    package var groups: Set<String> = []
    /// The agencies, and whom each trusts.
    package var agencies: [String: AgencyTrust] = [:]
    /// The identity providers, and what people who sign in through each get.
    package var providers: [String: FederatedAccess] = [:]
    /// Who is in which group.
    package var memberships: Set<Membership> = []
    /// What is attached, and until when.
    package var attachments: [AttachmentKey: Expiry?] = [:]
    /// The lists that the state states in part or not at all, so that more may be live than is said here.
    package var partial: [Address: Set<EdgeList>] = [:]

    /// Nothing.
    package init() {}
}

/// Whom an agency trusts, in the manifest's words or the vendor's.
package enum AgencyTrust: Hashable, Sendable {
    case list([TrustPrincipal])
    case document(PolicyDocument)
    /// The state does not say.
    case unknown
}

extension AccountFacts {
    /// The documents that the vendor publishes for its own policies.
    static func published(_ dialect: Dialect) -> [PolicyReference: PolicyDocument] {
        guard dialect == .huawei else { return [:] }
        return Dictionary(uniqueKeysWithValues: SystemPolicies.all.map { (.system($0.key), $0.value) })
    }

    /// Makes sure that what edges name exists.
    mutating func addNamed() {
        for membership in memberships {
            users[membership.user] = users[membership.user] ?? true
            groups.insert(membership.group)
        }
        for key in attachments.keys {
            switch key.principal.kind {
            case .user: users[key.principal.name] = users[key.principal.name] ?? true
            case .group: groups.insert(key.principal.name)
            case .agency: agencies[key.principal.name] = agencies[key.principal.name] ?? .unknown
            case .policy, .passwordPolicy, .securitySettings, .project, .identityProvider: break
            }
        }
        for provider in providers.values { groups.formUnion(provider.groups) }
    }
}
