internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// A policy of one project that holds in all of them.
    static let wideScope = Rule(
        "OBJ020", "wide-scope", .medium, dialects: [.huawei, .volcengine],
        options: [
            RuleOption(
                "label", .text("project"), "The label of policies that names the project they are for.")
        ],
        page: RulePage(
            summary:
                "A policy that is labelled for one project is attached to the whole account or to all projects.",
            why: """
                It was reviewed as the access to one project and gives the same access to every other one. What a policy is for \
                is read from its label, so that policies without it are left out.
                """,
            avoid: "policies: [web-deploy]  # labels: {project: web-prod}",
            prefer: "policies: [{name: web-deploy, scope: {project: web-prod}}]",
            fixSafety: "Unsafe: takes the access to other projects away."),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    let label = report.text("label")
    let projects = Dictionary(
        uniqueKeysWithValues: account.objects(.policy).compactMap { policy in
            policy.labels[label].map { (PolicyReference.custom(policy.address.name), $0) }
        })
    guard !projects.isEmpty else { return }
    for holder in account.objects {
        guard let list = holder.policies, list.mode != .none else { continue }
        var narrowed = holder
        for (index, item) in list.items.enumerated() where item.isWide {
            guard let project = projects[item.policy] else { continue }
            narrowed.policies?.items[index].scope = .project(project)
        }
        for (index, item) in list.items.enumerated() where item.isWide {
            guard let project = projects[item.policy], let scope = item.scope else { continue }
            let place = scope == .account ? "in the whole account" : "in all projects"
            report.find(
                "`\(item.policy.name)` is for the project `\(project)`, and `\(holder.address)` holds it \(place)",
                at: .item(holder.address, .policies, index),
                notes: [("it is labelled here", .object(Address(.policy, item.policy.name)))],
                help: "write `scope: {project: \(project)}`",
                fix: Fix("attach it in the project alone", .unsafe, .object(narrowed)))
        }
    }
}

extension DesiredAttachment {
    fileprivate var isWide: Bool { scope == .account || scope == .allProjects }
}
