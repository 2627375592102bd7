internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// Servers or functions that run as administrators.
    static let administeringCompute = Rule(
        "ESC013", "administering-compute", .high,
        page: RulePage(
            summary: "An agency that servers, functions or jobs run under is an administrator.",
            why: """
                Its credentials lie on every machine that runs under it: one hole in one program there is the whole account.
                """,
            avoid: """
                kind: Agency
                spec:
                  trust: [{service: op_svc_ecs}]
                  policies: [{system: FullAccess}]
                """,
            prefer: """
                kind: Agency
                spec:
                  trust: [{service: op_svc_ecs}]
                  policies: [configuration-read]
                """,
            references: ["PMapper", "cloudsplaining"]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    let words = computeServices(account.dialect)
    for agency in account.objects(.agency) {
        guard let service = computeService(of: agency.address.name, words, account.access),
            account.isAdministrator(agency.address)
        else { continue }
        report.find(
            "what runs on `\(service)` under `\(agency.address)` is an administrator",
            at: administering(agency.address, account), help: "attach what it needs instead")
    }
}

/// The words in names of services that run what others write.
private func computeServices(_ dialect: Dialect) -> Set<String> {
    Set(
        dialect.escalationMethods.flatMap { method -> [String] in
            if case .agency(.carried(let words)) = method.target { words } else { [] }
        })
}

private func computeService(of agency: String, _ words: Set<String>, _ access: AccountAccess) -> String? {
    for statement in access.trusts[agency]?.statements ?? [] where statement.effect == .allow {
        for entry in statement.principals?.entries ?? [] {
            guard case .named("Service", let glob) = entry else { continue }
            let name = "\(glob)"
            let parts = name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
            if !words.isDisjoint(with: parts) { return name }
        }
    }
    return nil
}

/// The attachment that alone makes the administrator; all of them where it takes several.
private func administering(_ agency: Address, _ account: LintedAccount) -> Place {
    let access = account.access
    let one = access.grants(of: agency).first { grant in
        let set = access.effectivePolicies(of: GrantClass(terms: [grant.terms])).set
        return access.administers(set, as: agency, at: account.asOf)
    }
    return one.flatMap { account.place(of: $0) } ?? .list(agency, .policies)
}
