import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct PassedAgencyTests {
    static let rows: [RuleRow] = [
        .manifests(
            "to a server",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: [⟦"iam:agencies:pass"⟧, "ecs:cloudServers:create"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {policies: [rights]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: all}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["*:*:*"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: boss}
            spec: {policies: [all]}
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: servers}
            spec: {trust: [{service: op_svc_ecs}], policies: [all]}
            """,
            messages: [
                "`user/eve` can become an administrator: it starts a server under `agency/servers`, an administrator"
            ]),
        .manifests(
            "nothing to start",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["iam:agencies:pass"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {policies: [rights]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: all}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["*:*:*"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: boss}
            spec: {policies: [all]}
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: servers}
            spec: {trust: [{service: op_svc_ecs}], policies: [all]}
            """),
        .manifests(
            "the agency trusts another service",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["iam:agencies:pass", "ecs:cloudServers:create"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {policies: [rights]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: all}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["*:*:*"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: boss}
            spec: {policies: [all]}
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: servers}
            spec: {trust: [{service: op_svc_cbr}], policies: [all]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("passed-agency", row) }
}
