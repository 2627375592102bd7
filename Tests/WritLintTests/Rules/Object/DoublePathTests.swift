import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct DoublePathTests {
    static let rows: [RuleRow] = [
        .manifests(
            "by two groups",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {groups: [dev, ⟦ops⟧]}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: dev}
            spec: {policies: [logs-read]}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: ops}
            spec: {policies: [logs-read]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: logs-read}
            spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}}
            """,
            messages: ["`ann` gets `logs-read` through `ops` and by another path"],
            help: "to take it away, take away both"),
        .manifests(
            "itself and by a group, stated there",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {policies: [logs-read]}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: dev}
            spec: {members: [⟦ann⟧], policies: [logs-read]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: logs-read}
            spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}}
            """),
        .manifests(
            "a policy that nobody knows",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {groups: [dev, ⟦ops⟧]}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: dev}
            spec: {policies: [{external: old}]}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: ops}
            spec: {policies: [{external: old}]}
            """),
        .manifests(
            "in two projects",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {groups: [dev, ops]}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: dev}
            spec: {policies: [{name: logs-read, scope: {project: a}}]}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: ops}
            spec: {policies: [{name: logs-read, scope: {project: b}}]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: logs-read}
            spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}}
            """),
        .manifests(
            "what only denies",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {groups: [dev, ops]}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: dev}
            spec: {policies: [no]}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: ops}
            spec: {policies: [no]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: no}
            spec: {document: {Version: "1.1", Statement: [{Effect: Deny, Action: ["cts:*:*"]}]}}
            """),
        .manifests(
            "two policies at once",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {groups: [dev, ⟦ops⟧]}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: dev}
            spec: {policies: [logs-read, {system: Tenant Guest}]}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: ops}
            spec: {policies: [{system: Tenant Guest}, logs-read]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: logs-read}
            spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}}
            """,
            messages: ["`ann` gets `logs-read` and `Tenant Guest` through `ops` and by another path"]),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("double-path", row) }
}
