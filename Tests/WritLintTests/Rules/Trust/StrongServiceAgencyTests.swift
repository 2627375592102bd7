import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct StrongServiceAgencyTests {
    static let rows: [RuleRow] = [
        .manifests(
            "a system policy",
            """
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: servers}
            spec:
              trust: [{service: op_svc_ecs}]
              policies: [⟦{system: Tenant Administrator}⟧]
            """,
            messages: [
                "agency/servers works for a service and holds system policy Tenant Administrator, which comes close to the whole account"
            ], help: "attach what the service needs"),
        .manifests(
            "a policy of the account",
            """
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: servers}
            spec:
              trustPolicy:
                Version: "5.0"
                Statement:
                  - {Effect: Allow, Principal: {Service: ["service.ECS"]}, Action: ["sts:agencies:assume"]}
              policies: [⟦all⟧]
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: all}
            spec:
              document:
                Version: "1.1"
                Statement: [{Effect: Allow, Action: ["iam:*:*"]}]
            """),
        .manifests(
            "what the service needs",
            """
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: servers}
            spec:
              trust: [{service: op_svc_ecs}]
              policies: [read]
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: read}
            spec:
              document:
                Version: "1.1"
                Statement: [{Effect: Allow, Action: ["obs:object:GetObject"]}]
            """),
        .manifests(
            "of another account",
            """
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: partner}
            spec:
              trust: [{account: harbour}]
              policies: [{system: Tenant Administrator}]
            """),
        .manifests(
            "taken away",
            """
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: servers}
            spec:
              trust: [{service: op_svc_ecs}]
              policies: {none: [{system: Tenant Administrator}]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("strong-service-agency", row) }
}
