import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct EscalationChainTests {
    static let rows: [RuleRow] = [
        .manifests(
            "over an agency",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: [⟦"iam:tokens:assume"⟧]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {policies: [rights]}
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: build}
            spec: {trust: [{account: "0123456789"}], policies: [passes]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: passes}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["iam:agencies:pass", "ecs:cloudServers:create"]}]}
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: servers}
            spec: {trust: [{service: op_svc_ecs}], policies: [all]}
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
            """,
            messages: [
                "`user/eve` can become an administrator in 2 steps"
            ], help: "cut one link: the one that fewest people need"),
        .manifests(
            "an agency that may do anything",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: [⟦"iam:tokens:assume"⟧]}]}
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
            metadata: {name: build}
            spec: {trust: [{account: "0123456789"}], policies: [all]}
            """,
            messages: [
                "`user/eve` can become an administrator: it assumes `agency/build`, an administrator"
            ]),
        .manifests(
            "the agency trusts nobody here",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["iam:tokens:assume"]}]}
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
            metadata: {name: build}
            spec: {trust: [{account: partner}], policies: [all]}
            """),
        .manifests(
            "the agency is weak",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["iam:tokens:assume"]}]}
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
            metadata: {name: build}
            spec: {trust: [{account: "0123456789"}], policies: [rights]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("escalation-chain", row) }
}
