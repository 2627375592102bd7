internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// Access that nobody may have.
    static let forbiddenAccess = Rule(
        "RED014", "forbidden-access", .high,
        options: [
            RuleOption(
                "forbidden", .texts([]),
                "What nobody may do: `ACTION`, or `ACTION on RESOURCE`, both with wildcards."),
            RuleOption(
                "exempt", .texts([]),
                "Who may all the same, as `user/NAME` or `agency/NAME`."),
        ],
        page: RulePage(
            summary: "Somebody can do what `forbidden` says that nobody may.",
            why: """
                A wildcard gives what no one thought of. The question is asked of everything that reaches a principal together, so \
                that a Deny elsewhere counts and a combination of policies does too.
                """,
            avoid: #"Action: ["organizations:*:*"]"#,
            references: ["AWS Access Analyzer CheckAccessNotGranted"]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    let forbidden = report.texts("forbidden").map(Forbidden.init)
    guard !forbidden.isEmpty else { return }
    let exempt = Set(report.texts("exempt"))
    var search = ForbiddenSearch(account: account)
    for region in forbidden {
        for row in search.rows(region, exempt: exempt) {
            report.find(
                "\(named(row.principals)) may do \(row.witness.title), which `\(region.text)` forbids",
                at: row.place, notes: [("\(row.source.title), \(row.statement.title), allows it", nil)],
                help: "narrow the statement, or deny it")
        }
    }
}

private struct Forbidden {
    var text: String
    var action: String
    var resources: [String]

    init(_ text: String) {
        self.text = text
        let words = text.split(separator: " ").map(String.init)
        action = words.first ?? ""
        resources = words.count == 3 && words[1] == "on" ? [words[2]] : []
    }
}

/// Who can do what is forbidden, each combination of grants asked once.
private struct ForbiddenSearch {
    let account: LintedAccount
    private var effective: [GrantClass: EffectivePolicies] = [:]

    init(account: LintedAccount) { self.account = account }

    struct Row {
        var principals: [Address]
        var statement: Statement
        var source: AccessSource
        var witness: Request
        var place: Place
    }

    private struct Key: Hashable {
        var source: AccessSource
        var path: ElementPath
    }

    mutating func rows(_ region: Forbidden, exempt: Set<String>) -> [Row] {
        let access = account.access
        let wanted = access.dialect.allowing([region.action], on: region.resources)
        var rows: [Row] = []
        var places: [Key: Int] = [:]
        var answers: [GrantClass: AccessFinding?] = [:]
        for principal in access.principals where !exempt.contains(principal.description) {
            let grants = access.grantClass(of: principal)
            if grants.isDisabled || grants.terms.isEmpty { continue }
            let policies = effective[grants] ?? access.effectivePolicies(of: grants)
            effective[grants] = policies
            let time = RequestBounds.Time(key: access.dialect.currentTimeKey, first: account.asOf)
            let answer =
                answers[grants]
                ?? gained(
                    old: PolicySet([]), new: policies.set, third: wanted, isWanted: true,
                    bounds: RequestBounds(time: time)
                ).findings.first
            answers[grants] = .some(answer)
            guard let finding = answer else { continue }
            let statement = policies.set.statements[finding.statement]
            let source = AccessSource.policy(policies.terms[policies.set.documents[finding.statement]])
            let key = Key(source: source, path: statement.path)
            if let place = places[key] {
                rows[place].principals.append(principal)
                continue
            }
            places[key] = rows.count
            let action = finding.action?.text ?? finding.witness.action
            let attached = access.grants(of: principal).first { .policy($0.terms) == source }
            rows.append(
                Row(
                    principals: [principal], statement: statement, source: source, witness: finding.witness,
                    place: account.place(of: statement, in: source, action: action)
                        ?? attached.flatMap { account.place(of: $0) } ?? account.nearest([principal])))
        }
        return rows
    }
}
