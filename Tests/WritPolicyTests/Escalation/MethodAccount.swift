import WritModel
import WritPolicy

/// An account in which a user has what one method needs, and what the method leads to exists.
struct MethodAccount {
    let dialect: Dialect
    let method: EscalationMethod
    /// Actions that the user is denied.
    var denied: [String] = []

    static let user = Address(.user, "eve")

    /// The first name of each need.
    var actions: [String] { method.needs.compactMap { $0.oneOf.first?.name } }

    /// Every name that a need takes.
    func allActions(of need: EscalationNeed) -> [String] { need.oneOf.map(\.name) }

    var facts: AccountFacts {
        var account = SmallAccount(dialect)
        let own = entryActions.isEmpty ? actions : actions + entryActions
        account.attach("user/eve", "eve", many("Allow", own))
        account.join("eve", "helpers")
        account.attach("group/helpers", "helping", many("Allow", [dialect == .huawei ? "ecs:x:y" : "ecs:y"]))
        account.attach("user/boss", "all", many("Allow", [dialect == .huawei ? "*:*:*" : "*"]))
        account.attach("group/bosses", "all")
        // What may already do anything would be reached by assuming it alone.
        account.attach("agency/role", method.isBoundless ? "helping" : "all")
        account.facts.agencies["role"] = trust
        if !denied.isEmpty { account.attach("user/eve", "denials", many("Deny", denied)) }
        return account.facts
    }

    var access: AccountAccess { AccountAccess(facts, dialect: dialect, account: "acme") }

    private func many(_ effect: JSONValue, _ actions: [String]) -> JSONValue {
        ["Effect": effect, "Action": .array(actions.map(JSONValue.string)), "Resource": ["*"]]
    }

    /// What it takes to come into the role, where the method does not name it.
    private var entryActions: [String] {
        guard method.target == .agency(.assumed), dialect != .aws else { return [] }
        return dialect.assumingActions
    }

    private var trust: AgencyTrust {
        switch method.target {
        case .agency(.carried(let words)): .list([TrustPrincipal(.service, "op_svc_\(words[0])")])
        case .agency(.assumed) where dialect == .aws: .list([TrustPrincipal(.user, "eve")])
        case .agency(.assumed): .list([TrustPrincipal(.account, "acme")])
        default: .list([TrustPrincipal(.account, "elsewhere")])
        }
    }
}

extension Dialect {
    /// What leads into an agency without a trust policy.
    var assumingActions: [String] {
        switch self {
        case .aws, .volcengine: ["sts:AssumeRole"]
        case .huawei: ["iam:tokens:assume"]
        case .jd: ["sts:assumeRole"]
        }
    }
}

/// Whether the evaluator allows every request of a path, asked anew.
func replays(_ path: EscalationPath, _ access: AccountAccess) -> Bool {
    path.steps.allSatisfy { step in
        var facts = access.facts
        for group in step.joined { facts.memberships.insert(Membership(user: step.actor.name, group: group)) }
        let then = AccountAccess(facts, dialect: access.dialect, account: access.account)
        return step.requests.allSatisfy { request in
            let question = request.question
            if let agency = request.agency {
                return then.assume(agency, as: step.actor, question).verdict == .allowed
            }
            let asked = then.request(
                question.action, on: question.resource, as: step.actor, question.context,
                at: question.moment)
            return then.effectivePolicies(of: step.actor).set.decide(asked).verdict == .allowed
                && !request.grounds.isEmpty
        }
    }
}
