internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// A project's group with access in the whole account.
    static let scopeBeyondProject = Rule(
        "SEC028", "scope-beyond-project", .medium, dialects: [.huawei, .jd, .volcengine],
        options: [
            RuleOption(
                "labels", .texts(["project", "enterpriseProject", "enterprise-project", "resourceGroup"]),
                "Labels that say that an object belongs to one project.")
        ],
        page: RulePage(
            summary:
                "A group, user or agency that is labelled as one project's has a policy on the whole account or on all projects.",
            why:
                "The members reach every other project too, which neither the label nor the name lets anybody expect.",
            avoid: #"""
                metadata: {name: payments-operators, labels: {project: cn-north-4_payments}}
                spec:
                  policies: [server-operate]
                """#,
            prefer: #"""
                metadata: {name: payments-operators, labels: {project: cn-north-4_payments}}
                spec:
                  policies: [{name: server-operate, scope: {project: cn-north-4_payments}}]
                """#),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    let labels = report.texts("labels")
    for object in account.objects {
        guard let list = object.policies, list.mode != .none,
            let label = labels.first(where: { object.labels[$0] != nil }), let project = object.labels[label]
        else { continue }
        for (index, item) in list.items.enumerated() {
            guard let scope = item.scope, scope == .account || scope == .allProjects else { continue }
            let reach = scope == .account ? "the whole account" : "all projects"
            report.find(
                "\(object.address) is labelled `\(label): \(project)`, but `\(item.policy.name)` reaches \(reach)",
                at: .item(object.address, .policies, index), label: "reaches \(reach)",
                help: "give the attachment the scope of the project")
        }
    }
}
