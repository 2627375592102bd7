internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A service that could act for somebody else's resource.
    static let unboundService = Rule(
        "TRU004", "unbound-service", .high, dialects: [.aws, .huawei],
        options: [
            RuleOption(
                "services",
                .texts([
                    "ec2.amazonaws.com", "lambda.amazonaws.com", "edgelambda.amazonaws.com",
                    "ecs-tasks.amazonaws.com", "pods.eks.amazonaws.com", "service.ECS",
                    "service.FunctionGraph",
                ]),
                "Services that act for nothing but what runs in the account itself.")
        ],
        page: RulePage(
            summary:
                "A trust or resource policy lets a service in without saying for whose resources it acts.",
            why: """
                The service works for every customer. Somebody else's resource can make it use this agency, because the service's own \
                name is all that is asked: the confused deputy.
                """,
            avoid: #"""
                Effect: Allow
                Principal: {Service: cloudtrail.amazonaws.com}
                Action: sts:AssumeRole
                """#,
            prefer: #"""
                Effect: Allow
                Principal: {Service: cloudtrail.amazonaws.com}
                Action: sts:AssumeRole
                Condition: {StringEquals: {"aws:SourceAccount": "012345678901"}}
                """#,
            references: [
                "AWS Access Analyzer: restrict access to service principal",
                "Prowler iam_role_cross_service_confused_deputy_prevention", "PMapper",
                "iam-policy-validator",
            ]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard policy.kind != .identity, statement.letsIn, !statement.asks(for: sourceKeys) else { return }
    let harmless = report.texts("services")
    let keys =
        policy.dialect == .aws
        ? "`aws:SourceAccount` or `aws:SourceArn`" : "`g:SourceAccount` or `g:SourceUrn`"
    for principal in statement.principals where principal.entry.isService {
        if harmless.contains(principal.text) { continue }
        report.find(
            "the service `\(principal.text)` is let in for whatever resource it acts", at: principal.path,
            of: policy, label: "for anybody's resource", help: "add a condition on \(keys)")
    }
}

private let sourceKeys: Set<String> = [
    "aws:sourceaccount", "aws:sourcearn", "aws:sourceorgid", "aws:sourceorgpaths", "aws:sourceowner",
    "aws:principalorgid", "g:sourceaccount", "g:sourceurn", "g:sourceorgid", "sts:externalid",
]
