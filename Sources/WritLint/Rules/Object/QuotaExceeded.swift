internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// More edges than the vendor takes.
    static let quotaExceeded = Rule(
        "OBJ017", "quota-exceeded", .error,
        options: [
            RuleOption(
                "groupsPerUser", .integer(0), "How many groups a user may be in; 0 is the vendor's quota.",
                range: 0...1000),
            RuleOption(
                "policiesPerHolder", .integer(0),
                "How many policies a user, group or agency may hold; 0 is the vendor's quota.",
                range: 0...1000),
            RuleOption(
                "keysPerUser", .integer(0), "How many access keys a user may have; 0 is the vendor's quota.",
                range: 0...1000),
        ],
        page: RulePage(
            summary: "A user is in more groups, holds more policies or has more keys than the vendor takes.",
            why: """
                The vendor refuses what is beyond the quota in the middle of a change, and the rest of it waits. Quotas are those \
                that accounts start with; where yours was raised, set it. On Huawei Cloud only identity policies (version 5.0) \
                count against a holder.
                """,
            avoid: "groups: [g01, g02, g03, g04, g05, g06, g07, g08, g09, g10, g11]",
            references: [
                "Huawei Cloud IAM quotas", "JD Cloud IAM restrictions", "Volcengine IAM usage restrictions",
                "AWS IAM and STS quotas",
            ]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    let quotas = Quotas(account.dialect, report)
    let facts = account.access.facts
    let groups = Dictionary(grouping: facts.memberships, by: \.user)
    var held: [Address: Set<PolicyReference>] = [:]
    for key in facts.attachments.keys where account.counts(key.policy) {
        held[key.principal, default: []].insert(key.policy)
    }
    for object in account.objects where object.address.kind.isPrincipal {
        let (address, name) = (object.address, object.address.name)
        let memberships = address.kind == .user ? groups[name]?.count ?? 0 : 0
        if memberships > quotas.groups {
            report.find(
                "`\(name)` is in \(memberships) groups, more than the quota of \(quotas.groups)",
                at: .list(address, .groups), help: "take it out of groups that give it nothing")
        }
        let policies = held[address] ?? []
        let counts = [policies.filter(\.isCustom).count, policies.filter { !$0.isCustom }.count]
        let count = quotas.systemPolicies == nil ? policies.count : counts[0]
        if count > quotas.policies {
            report.find(
                "`\(address)` holds \(count) policies, more than the quota of \(quotas.policies)",
                at: .list(address, .policies), help: "join policies, or spread them over groups")
        }
        if let quota = quotas.systemPolicies, counts[1] > quota {
            report.find(
                "`\(address)` holds \(counts[1]) system policies, more than the quota of \(quota)",
                at: .list(address, .policies), help: "spread them over groups")
        }
        if case .list(let keys)? = object.fields[.accessKeysKeys], keys.wanted.count > quotas.keys {
            report.find(
                "`\(name)` has \(keys.wanted.count) access keys, more than the quota of \(quotas.keys)",
                at: .field(address, .accessKeysKeys), help: "delete those that were replaced")
        }
    }
}

/// How much each vendor takes for one object. Source: the vendors' pages on quotas of their identity services, 2026-11.
private struct Quotas {
    let groups: Int
    /// Of custom policies where system policies have a quota of their own, else of all.
    let policies: Int
    let systemPolicies: Int?
    let keys: Int

    init(_ dialect: Dialect, _ report: Report) {
        func set(_ option: String, _ standard: Int) -> Int {
            report.integer(option) == 0 ? standard : report.integer(option)
        }
        groups = set("groupsPerUser", dialect == .volcengine ? 20 : 10)
        policies = set("policiesPerHolder", dialect == .volcengine ? 20 : 10)
        systemPolicies = dialect == .volcengine ? 40 : nil
        keys = set("keysPerUser", 2)
    }
}

extension PolicyReference {
    fileprivate var isCustom: Bool { if case .custom = self { true } else { false } }
}

extension LintedAccount {
    /// Whether a policy counts against a holder's quota: roles and policies of the older model of Huawei Cloud do not.
    fileprivate func counts(_ policy: PolicyReference) -> Bool {
        guard dialect == .huawei else { return true }
        guard case .custom(let name) = policy else { return false }
        return self.policy(Address(.policy, name))?.version == "5.0"
    }
}
