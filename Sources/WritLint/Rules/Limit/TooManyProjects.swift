internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// A policy granted in more projects than the vendor takes.
    static let tooManyProjects = Rule(
        "LIM009", "too-many-projects", .error, dialects: [.volcengine],
        page: RulePage(
            summary: "Volcengine takes one policy of one principal in up to 20 projects; this is in more.",
            why: "The grants over the limit fail at the apply, when the first ones are made.",
            avoid: "A group with one policy in 25 projects.",
            prefer: "The policy on the account with a condition, or a group for each part.",
            references: ["Volcengine IAM usage restrictions: 20 projects for each policy grant"]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    for object in account.objects {
        guard let list = object.policies, list.mode != .none else { continue }
        var places: [PolicyReference: [Int]] = [:]
        for (index, item) in list.items.enumerated() {
            if case .project = item.scope { places[item.policy, default: []].append(index) }
        }
        for (policy, indices) in places.sorted(by: { $0.key < $1.key }) where indices.count > 20 {
            report.find(
                "`\(policy.name)` is granted in \(indices.count) projects of at most 20",
                at: .item(object.address, .policies, indices[20]), label: "the first one over the limit",
                help: "grant it on the account with a condition, or split the group")
        }
    }
}
