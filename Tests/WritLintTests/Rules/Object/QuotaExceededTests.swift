import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct QuotaExceededTests {
    static let groups = (1...11).map { "{external: g\($0)}" }.joined(separator: ", ")

    static let rows: [RuleRow] = [
        .manifests(
            "eleven groups",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {⟦groups⟧: [\(groups)]}
            """, messages: ["`ann` is in 11 groups, more than the quota of 10"],
            help: "take it out of groups that give it nothing"),
        .manifests(
            "eleven groups on Volcengine", in: .volcengine,
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {groups: [\(groups)]}
            """),
        .manifests(
            "as many as the quota",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {groups: [a, b]}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: a}
            spec: {policies: []}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: b}
            spec: {policies: []}
            """, options: ["groupsPerUser": .integer(2)]),
        .manifests(
            "two keys",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ci}
            spec: {accessKeys: {keys: [{name: a}, {name: b}]}}
            """),
        .manifests(
            "a quota that was lowered",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ⟦ann⟧}
            spec: {}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: dev}
            spec: {members: [ann]}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: ops}
            spec: {members: [ann]}
            """,
            options: ["groupsPerUser": .integer(1)]),
        .manifests(
            "policies, by a quota that was lowered",
            in: .jd,
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: dev}
            spec: {⟦policies⟧: [a, b]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: a}
            spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: b}
            spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}}
            """,
            messages: ["`group/dev` holds 2 policies, more than the quota of 1"],
            options: ["policiesPerHolder": .integer(1)]),
        .manifests(
            "one policy in two projects",
            in: .jd,
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: dev}
            spec: {policies: [{system: ecs, scope: {project: a}}, {system: ecs, scope: {project: b}}]}
            """,
            options: ["policiesPerHolder": .integer(1)]),
        .manifests(
            "identity policies of Huawei Cloud count, others do not",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: dev}
            spec: {policies: [a, {system: Tenant Guest}]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: a}
            spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: ops}
            spec: {⟦policies⟧: [b, c, {system: Tenant Guest}]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: b}
            spec: {document: {Version: "5.0", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: c}
            spec: {document: {Version: "5.0", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}}
            """,
            messages: ["`group/ops` holds 2 policies, more than the quota of 1"],
            options: ["policiesPerHolder": .integer(1)]),
        .manifests(
            "system policies have a quota of their own on Volcengine",
            in: .volcengine,
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: dev}
            spec: {policies: [{system: a}, {system: b}]}
            """,
            options: ["policiesPerHolder": .integer(1)]),
        .manifests(
            "three keys",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ci}
            spec: {accessKeys: {keys: ⟦[{name: a}, {name: b}, {name: c, status: inactive}]⟧}}
            """,
            messages: ["`ci` has 3 access keys, more than the quota of 2"]),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("quota-exceeded", row) }

    @Test(arguments: [(20, 40), (21, 40), (20, 41)])
    func countsSystemPoliciesByThemselvesOnVolcengine(custom: Int, system: Int) {
        let own = (0..<custom).map { "{external: p\($0)}" }
        let others = (0..<system).map { "{system: s\($0)}" }
        let key = custom > 20 || system > 40 ? "⟦policies⟧" : "policies"
        let row = RuleRow.manifests(
            "a group", in: .volcengine,
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: dev}
            spec: {\(key): [\((own + others).joined(separator: ", "))]}
            """)
        expect("quota-exceeded", row)
    }
}
