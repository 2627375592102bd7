import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct AdministeringComputeTests {
    static let rows: [RuleRow] = [
        .manifests(
            "servers",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: all}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["*:*:*"]}]}
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: servers}
            spec: {trust: [{service: op_svc_ecs}], policies: [⟦all⟧]}
            """,
            messages: [
                "what runs on `op_svc_ecs` under `agency/servers` is an administrator"
            ], help: "attach what it needs instead"),
        .manifests(
            "a system policy, in an account of another cloud", in: .aws,
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: all}
            spec:
              document: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: ["*"], Resource: ["*"]}]}
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: jobs}
            spec: {trust: [{service: lambda.amazonaws.com}], policies: [⟦all⟧]}
            """),
        .manifests(
            "servers with few rights",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: look}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: servers}
            spec: {trust: [{service: op_svc_ecs}], policies: [look]}
            """),
        .manifests(
            "people",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: all}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["*:*:*"]}]}
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: partner}
            spec: {trust: [{account: partner}], policies: [all]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("administering-compute", row) }
}
