package import WritModel

/// What an attachment says, whoever it is on: equal terms give equal access.
package struct GrantTerms: Hashable, Comparable, Sendable {
    /// What is attached.
    package var policy: PolicyReference
    /// Where it holds.
    package var scope: Scope
    /// When it ends; `nil` for never.
    package var expires: Expiry?

    /// The terms of an attachment.
    package init(policy: PolicyReference, scope: Scope = .account, expires: Expiry? = nil) {
        self.policy = policy
        self.scope = scope
        self.expires = expires
    }

    package static func < (a: GrantTerms, b: GrantTerms) -> Bool {
        if (a.policy, a.scope) != (b.policy, b.scope) { return (a.policy, a.scope) < (b.policy, b.scope) }
        switch (a.expires, b.expires) {
        case (let a?, let b?): return a < b
        case (nil, _?): return true
        default: return false
        }
    }
}

extension GrantTerms {
    /// A document with scope and end as conditions of each of its statements.
    package func limiting(_ reading: PolicyReading, _ dialect: Dialect) -> PolicyReading {
        let limits = conditions(dialect)
        guard !limits.isEmpty else { return reading }
        var limited = reading
        for index in limited.statements.indices { limited.statements[index].conditions += limits }
        return limited
    }
}

/// An attachment that reaches a principal, and how.
package struct Grant: Hashable, Comparable, Sendable {
    /// On the principal itself, or on a group it is in.
    package var attachment: AttachmentKey
    /// When it ends; `nil` for never.
    package var expires: Expiry?
    /// How the principal is in that group; `nil` for its own attachment.
    package var membership: Membership?
    /// Whether the membership is one that the mappings of an identity provider of that name give.
    package var isFederated = false

    /// The terms, without the route.
    package var terms: GrantTerms {
        GrantTerms(policy: attachment.policy, scope: attachment.scope, expires: expires)
    }

    package static func < (a: Grant, b: Grant) -> Bool {
        // What a principal holds itself comes before what reaches it through groups.
        if (a.membership == nil) != (b.membership == nil) { return a.membership == nil }
        return a.attachment < b.attachment
    }
}

/// What principals that can do the same have in common, as far as nothing asks for their name.
package struct GrantClass: Hashable, Sendable {
    /// Every attachment that reaches them.
    package var terms: Set<GrantTerms>
    /// Of a user that is disabled: nothing counts.
    package var isDisabled: Bool

    /// What whoever holds these terms has.
    package init(terms: Set<GrantTerms>, isDisabled: Bool = false) {
        self.terms = terms
        self.isDisabled = isDisabled
    }
}

extension GrantTerms {
    /// Scope and end as conditions on the request.
    ///
    /// Source of the keys: <doc:Semantics>, "Accounts".
    func conditions(_ dialect: Dialect) -> [Condition] {
        var result: [Condition] = []
        switch scope {
        case .account: break
        case .allProjects:
            result.append(
                Condition(
                    operator: .documented(.absence), key: Scope.projectKey.lowercased(),
                    values: [.boolean(false)], operatorName: "Null", keyName: Scope.projectKey))
        case .project(let name), .enterpriseProject(let name), .resourceGroup(let name):
            let key = scope.contextKey ?? Scope.projectKey
            result.append(
                Condition(
                    operator: .documented(.text(caseless: false)), key: key.lowercased(),
                    values: [.pattern(TextPattern(Glob(literal: name)))],
                    operatorName: "StringEquals", keyName: key))
        }
        if let expires {
            let key = dialect.currentTimeKey
            result.append(
                Condition(
                    operator: .documented(.date(.less)), key: key.lowercased(),
                    values: [.date(expires.end.epochSeconds)], operatorName: "DateLessThan", keyName: key))
        }
        return result
    }
}

extension ConditionOperator {
    fileprivate static func documented(_ test: ConditionTest) -> ConditionOperator {
        ConditionOperator(test: test, isNegated: false, qualifier: nil, ifExists: false, isOpen: false)
    }
}

extension Scope {
    /// The project that a request is made in.
    package static let projectKey = "writ:Project"

    /// The key of a request's context that says whether it is in the scope; `nil` for the account.
    package var contextKey: String? {
        switch self {
        case .account: nil
        case .allProjects, .project: Scope.projectKey
        case .enterpriseProject: "writ:EnterpriseProject"
        case .resourceGroup: "writ:ResourceGroup"
        }
    }
}
