import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct DangerousCombinationTests {
    static let rows: [RuleRow] = [
        .manifests(
            "two policies",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: passes}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["iam:agencies:pass"]}]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: starts}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:cloudServers:create"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {policies: [passes, ⟦starts⟧]}
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
                "`user/eve` can become an administrator only by `policy/passes` and `policy/starts` together"
            ], help: "give them to different people, or narrow one of them"),
        .manifests(
            "two groups",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: passes}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["iam:agencies:pass"]}]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: starts}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:cloudServers:create"]}]}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: passers}
            spec: {members: [eve], policies: [passes]}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: starters}
            spec: {members: [eve], policies: [⟦starts⟧]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {displayName: Eve}
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
            "one of them is enough",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: passes}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["iam:agencies:pass", "ecs:cloudServers:create"]}]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: starts}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:cloudServers:create"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {policies: [passes, starts]}
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
            "two people",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: passes}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["iam:agencies:pass"]}]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: starts}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:cloudServers:create"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {policies: [passes]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {policies: [starts]}
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
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("dangerous-combination", row) }
}
