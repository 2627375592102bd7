internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A service of the cloud with the whole account.
    static let strongServiceAgency = Rule(
        "TRU011", "strong-service-agency", .high,
        page: RulePage(
            summary: "An agency for a service holds a policy that comes close to the whole account.",
            why: """
                Whatever runs in the service then has the account: whoever gets into one machine, or may start one, reads its \
                credentials there.
                """,
            avoid: #"""
                trust: [{service: op_svc_ecs}]
                policies: [{system: Tenant Administrator}]
                """#,
            prefer: #"""
                trust: [{service: op_svc_ecs}]
                policies: [batch-configuration-read]
                """#,
            references: ["Huawei Cloud Config: agency with administrator permissions", "PMapper"]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    for object in account.objects(.agency) where account.trustsService(object) {
        guard let list = object.policies, list.mode != .none else { continue }
        for (index, item) in list.items.enumerated() {
            let isStrong = if case .system(let name) = item.policy { account.isStrong(name) } else { false }
            guard isStrong || account.administers(item.policy, as: object.address) else { continue }
            report.find(
                "\(object.address) works for a service and holds \(item.policy), which comes close to the whole account",
                at: .item(object.address, .policies, index), label: "comes close to the whole account",
                help: "attach what the service needs")
        }
    }
}
