internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// Nobody left who could put things right.
    static let lockOut = Rule(
        "SEC025", "lock-out", .critical,
        page: RulePage(
            summary:
                "Deny statements, ends or disabled users leave no administrator, or keep out who applies plans.",
            why: """
                Nobody could then take the mistake back but the owner of the account with its root login. The question is asked of \
                what is declared, as it decides, not of names.
                """,
            avoid: #"""
                # in a policy that the administrators hold as well
                Effect: Deny
                Action: ["iam:*:*"]
                """#,
            prefer: #"""
                Effect: Deny
                Action: ["iam:*:*"]
                Condition: {StringNotEquals: {"g:UserName": ["writ-applier"]}}
                """#,
            references: ["Checkov CKV_AWS_93"]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    if account.administrators.isEmpty, let lost = account.wouldBeAdministrator {
        report.find(
            "no administrator is left: \(lost) would be one, but \(account.hindrance(lost))",
            at: .object(lost), label: "nobody left to put things right",
            help: "keep one enabled user who may manage users, groups and policies")
    }
    guard let applier = account.target.guards.applier, account.access.has(applier),
        let action = account.refusal(of: applier)
    else { return }
    report.find(
        "`\(action)` is denied to \(applier), which applies plans", at: .object(applier),
        label: "applies plans", help: "leave \(applier) out of the Deny")
}

extension LintedAccount {
    /// The first user who would be an administrator if no statement denied, nothing had ended and nobody were disabled.
    fileprivate var wouldBeAdministrator: Address? {
        // What holds in the whole account is the same for all who hold it.
        var seen: Set<Set<PolicyReference>> = []
        return objects(.user).map(\.address).first { user in
            let policies = Set(
                access.grants(of: user).filter { $0.terms.scope == .account }.map(\.attachment.policy))
            guard !policies.isEmpty, seen.insert(policies).inserted else { return false }
            let readings = policies.sorted().compactMap { policy in
                access.policies[policy].map { reading in
                    var reading = reading
                    reading.statements.removeAll { $0.effect == .deny }
                    return reading
                }
            }
            return access.administers(PolicySet(readings), as: user, at: asOf)
        }
    }

    /// What keeps a user from being an administrator.
    fileprivate func hindrance(_ user: Address) -> String {
        if access.isDisabled(user) { return "is disabled" }
        return refusal(of: user).map { "`\($0)` is denied to it" } ?? "what it holds has ended"
    }

    /// An action that a statement denies to a principal who could administer without its Deny statements and cannot with them.
    fileprivate func refusal(of principal: Address) -> String? {
        let set = access.effectivePolicies(of: principal).set
        if access.administers(set, as: principal, at: asOf) { return nil }
        let allows = set.keeping { set.statements[$0].effect == .allow }
        func verdict(_ action: String, _ set: PolicySet) -> Verdict {
            set.decide(access.request(action, on: "", as: principal, [:], at: asOf)).verdict
        }
        let way = dialect.administration.first { actions in
            actions.allSatisfy { verdict($0, allows) == .allowed }
        }
        return way?.first { verdict($0, set) == .explicitDeny }
    }
}
