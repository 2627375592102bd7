package import WritModel

/// What a principal holds and through what.
package struct Holdings: Hashable, Sendable {
    /// The user, group or agency.
    package var principal: Address
    /// Whether nothing of it counts because the user is disabled.
    package var isDisabled: Bool
    /// Every attachment that reaches it.
    package var grants: [Grant]
    /// The policies whose documents are not known.
    package var unknown: Set<PolicyReference>
    /// What the known documents say.
    package var statements: [PolicyReference: [Statement]]
    /// The agencies that it may assume, and how sure that is.
    package var agencies: [Entry]
    /// Of an agency: whom it trusts outside the account.
    package var outsiders: [String]
    /// When it was looked at.
    package var moment: Instant

    /// An agency that can be assumed.
    package struct Entry: Hashable, Sendable {
        /// Its name.
        package var agency: String
        /// How sure it is.
        package var standing: AccessHolder.Standing
    }

    /// What a principal holds in an account at a moment.
    package init(
        _ principal: Address, in access: AccountAccess, context: [String: [String]] = [:], at moment: Instant
    ) {
        self.principal = principal
        self.moment = moment
        isDisabled = access.isDisabled(principal)
        grants = access.grants(of: principal)
        let attached = Set(grants.map(\.attachment.policy))
        unknown = attached.filter { access.policies[$0] == nil }
        statements = Dictionary(
            uniqueKeysWithValues: attached.compactMap { reference in
                access.policies[reference].map { (reference, $0.statements) }
            })
        let question = AccessQuestion(principal, action: "", context: context, at: moment)
        agencies = access.facts.agencies.keys.sorted().compactMap { name in
            guard principal != Address(.agency, name) else { return nil }
            return access.entry(into: name, question).map { Entry(agency: name, standing: $0) }
        }
        outsiders = principal.kind == .agency ? access.outsiders(of: principal.name) : []
    }
}
