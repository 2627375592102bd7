internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A principal of another kind than the agency is for.
    static let mixedTrust = Rule(
        "TRU016", "mixed-trust", .error,
        page: RulePage(
            summary:
                "An agency's principals do not fit each other, or one is named as another sort than it is.",
            why: """
                An agency of Huawei's older model is for one account or for one service, a role of JD Cloud for people or for services. \
                The vendor refuses the other one. A service that is named as an account lets nobody in.
                """,
            avoid: #"trust: [{account: harbour-bank-settlement}, {service: op_svc_ecs}]"#,
            prefer: #"trust: [{account: harbour-bank-settlement}]"#),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    for agency in account.objects(.agency) {
        let list = account.trustList(agency)
        for principal in list where principal.isNamedWrongly(account.dialect) {
            report.find(
                "`\(principal.sort.rawValue): \(principal.name)` of \(agency.address) is no \(principal.word)",
                at: .field(agency.address, .trust), label: "named as the wrong sort",
                help: principal.sort == .service ? "write `account:`" : "write `service:`")
        }
        if account.dialect == .huawei, list.contains(where: \.isService), !list.allSatisfy(\.isService) {
            report.find(
                "\(agency.address) is for services and for others at once",
                at: .field(agency.address, .trust),
                label: "one of them is refused", help: "make an agency for each")
        }
    }
    for policy in account.trustPolicies {
        let named = policy.statements.filter(\.letsIn).flatMap(\.principals)
        for principal in named where principal.entry.isNamedWrongly(principal.text, policy.dialect) {
            report.find(
                "`\(principal.text)` is named as another sort of principal than it is", at: principal.path,
                of: policy, label: "named as the wrong sort",
                help: principal.entry.isService ? "name it as an account or user" : "name it under `Service`")
        }
        guard policy.dialect == .jd, let service = named.first(where: \.entry.isService),
            named.contains(where: { !$0.entry.isService })
        else { continue }
        report.find(
            "the role is for the service `\(service.text)` and for others at once", at: service.path,
            of: policy,
            label: "one of them is refused", help: "make a role for each")
    }
}

extension TrustPrincipal {
    /// Whether the name is that of another sort.
    fileprivate func isNamedWrongly(_ dialect: Dialect) -> Bool {
        switch sort {
        // Huawei's older model names services like accounts, and both are the same there.
        case .account: looksLikeService(name) && !(dialect == .huawei && name.hasPrefix("op_svc_"))
        case .service: looksLikeAccount(name)
        case .user, .identityProvider: false
        }
    }

    /// The sort, for a sentence.
    fileprivate var word: String { sort == .service ? "service" : "account" }
}

extension PrincipalElement.Entry {
    /// Whether the name is that of another sort.
    fileprivate func isNamedWrongly(_ text: String, _ dialect: Dialect) -> Bool {
        switch self {
        case .account: looksLikeService(text)
        case .named("Service", _): looksLikeAccount(text)
        case .named(dialect.accountSort, _): looksLikeService(text)
        case .named, .anybody: false
        }
    }
}

private func looksLikeService(_ name: String) -> Bool {
    name.hasPrefix("op_svc_") || name.hasPrefix("service.") || name.hasSuffix(".amazonaws.com")
        || name.hasSuffix(".jdcloud.com")
}

private func looksLikeAccount(_ name: String) -> Bool {
    let starts = ["arn:", "iam::", "sts::", "jrn:", "trn:"]
    return !name.isEmpty && name.utf8.allSatisfy { (0x30...0x39).contains($0) }
        || starts.contains { name.hasPrefix($0) }
}
