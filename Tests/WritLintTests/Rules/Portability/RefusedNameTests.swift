import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct RefusedNameTests {
    static let rows: [RuleRow] = [
        .manifests(
            "a dot",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ⟦ann.lee⟧}
            """,
            messages: [
                "jd refuses the name of `user/ann.lee`: it has a `.`"
            ], help: "4 to 20 letters, digits, `-` and `_`, the first a letter, are good everywhere",
            options: ["dialects": .texts(["jd", "aws", "volcengine"])]),
        .manifests(
            "too short",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ⟦ann⟧}
            """,
            messages: [
                "jd refuses the name of `user/ann`: it has fewer than 4 characters"
            ], options: ["dialects": .texts(["jd"])]),
        .manifests(
            "a digit first",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: ⟦4711-robots⟧}
            """,
            messages: [
                "jd refuses the name of `group/4711-robots`: it starts with `4`, not with a letter"
            ], options: ["dialects": .texts(["jd"])]),
        .manifests(
            "an at sign",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ⟦ann@lee⟧}
            """, options: ["dialects": .texts(["huawei-5.0", "aws"])]),
        .manifests(
            "a space",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: ⟦ledger read⟧}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}
            """, options: ["dialects": .texts(["volcengine", "huawei-1.1"])]),
        .manifests(
            "good everywhere",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann-lee}
            """, options: ["dialects": .texts(["aws", "jd", "volcengine", "huawei-1.1", "huawei-5.0"])]),
        .manifests(
            "nowhere to go",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann.lee}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("refused-name", row) }
}
