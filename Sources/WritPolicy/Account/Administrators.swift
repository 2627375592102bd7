package import WritModel

extension AccountAccess {
    /// The enabled users who can hand out any permission: asked of the evaluator, not of a list of names.
    ///
    /// Who may do everything that ``Dialect/administration`` names on any object, now and without further conditions. The root account is
    /// none of them, also where a store shows it as a user.
    package func administrators(at moment: Instant) -> Set<String> {
        var known: [GrantClass: Bool] = [:]
        var result: Set<String> = []
        for (name, isEnabled) in facts.users where isEnabled && !facts.roots.contains(name) {
            let address = Address(.user, name)
            let grants = grantClass(of: address)
            if grants.terms.isEmpty { continue }
            let isAdministrator: Bool
            if let answer = known[grants] {
                isAdministrator = answer
            } else {
                isAdministrator = administers(address, at: moment)
                // A document that asks for names may answer otherwise for the next of the class.
                if !asksForNames(grants) { known[grants] = isAdministrator }
            }
            if isAdministrator { result.insert(name) }
        }
        return result
    }

    private func administers(_ principal: Address, at moment: Instant) -> Bool {
        administers(effectivePolicies(of: principal).set, as: principal, at: moment)
    }

    /// Whether policies make an administrator of the principal that holds them.
    package func administers(_ set: PolicySet, as principal: Address, at moment: Instant) -> Bool {
        dialect.administration.contains { actions in
            actions.allSatisfy { action in
                set.decide(request(action, on: anyObject, as: principal, [:], at: moment)).verdict == .allowed
            }
        }
    }

    private func asksForNames(_ grants: GrantClass) -> Bool {
        grants.terms.contains { policies[$0.policy]?.asksForPrincipal(dialect, account: account) ?? false }
    }

    /// A resource of the identity service that no policy names.
    private var anyObject: String {
        switch dialect {
        case .aws: "arn:aws:iam::\(account):writ/\u{25CA}"
        case .huawei: "iam::\(account):writ:\u{25CA}"
        case .jd: "jrn:iam::\(account):writ/\u{25CA}"
        case .volcengine: "trn:iam::\(account):writ/\u{25CA}"
        }
    }
}

extension Dialect {
    /// Actions of which somebody needs all of one list to be able to restore anybody's access.
    ///
    /// Source: the vendors' lists of actions of their identity services; Huawei has two models, each with names of its own.
    package var administration: [[String]] {
        switch self {
        case .aws:
            [
                [
                    "iam:CreateUser", "iam:AttachUserPolicy", "iam:AttachGroupPolicy", "iam:CreatePolicy",
                    "iam:AddUserToGroup",
                ]
            ]
        case .huawei:
            [
                [
                    "iam:users:createUser", "iam:permissions:addUserToGroup",
                    "iam:permissions:grantRoleToGroup",
                    "iam:permissions:grantRoleToGroupOnDomain", "iam:roles:createRole",
                ],
                [
                    "iam:users:createUserV5", "iam:permissions:addUserToGroupV5", "iam:users:attachPolicyV5",
                    "iam:groups:attachPolicyV5", "iam:policies:createV5",
                ],
            ]
        case .jd:
            [
                [
                    "iam:createSubUser", "iam:attachSubUserPolicy", "iam:attachGroupPolicy",
                    "iam:createPolicy", "iam:addSubUserToGroup",
                ]
            ]
        case .volcengine:
            [
                [
                    "iam:CreateUser", "iam:AttachUserPolicy", "iam:AttachUserGroupPolicy", "iam:CreatePolicy",
                    "iam:AddUserToGroup",
                ]
            ]
        }
    }
}
