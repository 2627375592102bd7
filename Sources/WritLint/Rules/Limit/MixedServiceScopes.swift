internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// Global and regional services in one policy of Huawei's older model.
    static let mixedServiceScopes = Rule(
        "LIM007", "mixed-service-scopes", .error, dialects: [.huawei],
        options: [
            RuleOption("globalServices", .texts(["iam", "obs"]), "Services that have no region."),
            RuleOption(
                "projectServices", .texts(["as", "cce", "ecs", "elb", "evs", "ims", "rds", "vpc"]),
                "Services of a region's projects."),
        ],
        page: RulePage(
            summary: "A policy of Huawei's older model names global services and services of projects.",
            why: """
                Such a policy holds either for global services or for projects and is granted there. Huawei refuses one that \
                mixes them; object storage counts as global.
                """,
            avoid: "Action: [\"obs:object:GetObject\", \"ecs:servers:get\"]",
            prefer: "A policy for `obs:object:GetObject`, and one for `ecs:servers:get`.",
            references: [
                "Huawei Cloud IAM: custom policies, global and project-level services; types AX and XA"
            ]),
        check: .policy(inspect))
}

private func inspect(_ policy: LintedPolicy, _ report: inout Report) {
    guard policy.form == .huaweiPolicy else { return }
    let (global, project) = (Set(report.texts("globalServices")), Set(report.texts("projectServices")))
    var first: (isGlobal: Bool, service: String, path: ElementPath)?
    for (text, path) in policy.statements.flatMap(\.actionElements).flatMap(\.texts) {
        let service = text.prefix { $0 != ":" }.lowercased()
        guard global.contains(service) || project.contains(service) else { continue }
        let isGlobal = global.contains(service)
        guard let known = first else {
            first = (isGlobal, service, path)
            continue
        }
        guard known.isGlobal != isGlobal else { continue }
        let words = isGlobal ? ("global", "of projects") : ("of projects", "global")
        return report.find(
            "`\(service)` is \(words.0) and `\(known.service)` \(words.1)", at: path, of: policy,
            notes: [("`\(known.service)` stands here", .value(known.path, of: policy.id))],
            help: "make two policies of it")
    }
}
