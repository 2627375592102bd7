import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct ForeignScopeTests {
    static let rows: [RuleRow] = [
        .manifests(
            "a scope that Huawei alone has",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: payments}
            spec:
              policies: [ledger, ⟦{name: ledger, scope: {enterpriseProject: payments}}⟧]
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: ledger}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}
            """,
            messages: [
                "aws cannot attach `policy/ledger` to `group/payments` in enterprise project payments"
            ], help: "it knows `account`", options: ["dialects": .texts(["aws"])]),
        .manifests(
            "a user in the whole account of the older model",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {policies: [⟦{system: FullAccess}⟧]}
            """,
            messages: [
                "huawei-1.1 cannot attach `system policy FullAccess` to `user/ann` in the whole account"
            ], options: ["dialects": .texts(["huawei-1.1"])]),
        .manifests(
            "in the whole account",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: admins}
            spec: {policies: [{system: FullAccess}]}
            """, options: ["dialects": .texts(["aws", "jd", "volcengine", "huawei-1.1", "huawei-5.0"])]),
        .manifests(
            "nowhere to go",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: admins}
            spec: {policies: [{system: FullAccess, scope: allProjects}]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("foreign-scope", row) }
}
