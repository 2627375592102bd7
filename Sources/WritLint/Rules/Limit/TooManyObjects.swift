internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// More objects of a kind than an account takes.
    static let tooManyObjects = Rule(
        "LIM013", "too-many-objects", .error,
        options: [
            RuleOption(
                "nearPercent", .integer(90), "The share of the quota from which a finding is low.",
                range: 1...100),
            RuleOption(
                "mostUsers", .integer(0), "The account's own quota; 0 for the vendor's.", range: 0...1_000_000
            ),
            RuleOption(
                "mostGroups", .integer(0), "The account's own quota; 0 for the vendor's.",
                range: 0...1_000_000),
            RuleOption(
                "mostPolicies", .integer(0), "The account's own quota; 0 for the vendor's.",
                range: 0...1_000_000),
            RuleOption(
                "mostAgencies", .integer(0), "The account's own quota; 0 for the vendor's.",
                range: 0...1_000_000),
        ],
        page: RulePage(
            summary:
                "A target declares more users, groups, policies or agencies than an account takes, or almost as many.",
            why: """
                The objects over the quota fail at the apply, when the first ones are made. An account's own quota may be \
                lower than the vendor's highest: set it, and a plan that cannot end is seen in the review.
                """,
            avoid: "301 groups in an account of JD Cloud.",
            prefer: "Groups that do the same put together, or a higher quota asked for in time.",
            references: [
                "Huawei Cloud IAM, new edition, quotas: users 2,000, groups 2,000, agencies 5,000, policies 1,500",
                "JD Cloud IAM restrictions: sub-users 5,000, groups 300, custom policies 1,500",
                "Volcengine IAM usage restrictions: users 5,000, groups 300, roles 1,000, custom policies 1,500",
                "AWS IAM quotas: users 5,000, groups 300, roles 1,000, customer managed policies 1,500",
            ]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    let kinds: [(kind: Kind, option: String, words: String)] = [
        (.user, "mostUsers", "users"), (.group, "mostGroups", "groups"),
        (.policy, "mostPolicies", "policies"), (.agency, "mostAgencies", "agencies"),
    ]
    for (kind, option, words) in kinds {
        let own = report.integer(option)
        guard let most = own > 0 ? own : quota(kind, account.dialect) else { continue }
        let objects = account.objects(kind)
        guard objects.count * 100 >= most * report.integer("nearPercent"),
            let place = objects.count > most ? objects[most] : objects.last
        else { continue }
        report.find(
            "the target declares \(objects.count) \(words), and an account takes \(most)",
            at: .object(place.address),
            label: objects.count > most ? "the first one over the quota" : "the last one",
            help: "put together what is alike, or ask for a higher quota",
            severity: objects.count > most ? nil : .low)
    }
}

/// `nil` where no page says.
private func quota(_ kind: Kind, _ dialect: Dialect) -> Int? {
    switch (dialect, kind) {
    case (.huawei, .user), (.huawei, .group): 2000
    case (.huawei, .agency): 5000
    case (_, .policy): 1500
    case (_, .user): 5000
    case (_, .group): 300
    case (.jd, .agency): nil
    case (_, .agency): 1000
    // One for people who sign in as users and a hundred for federated ones.
    case (.volcengine, .identityProvider): 101
    case (_, .passwordPolicy), (_, .securitySettings), (_, .project), (_, .identityProvider): nil
    }
}
