import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct MixedPermissionModelsTests {
    static let rows: [RuleRow] = [
        .document(
            "a grant in a 5.0 policy",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: [⟦"iam:permissions:grantRoleToGroup"⟧, "iam:users:createUserV5"]
            """,
            messages: [
                "`iam:permissions:grantRoleToGroup` is an action of the older permission model in a 5.0 policy"
            ]),
        .document(
            "a newer action in a 1.1 policy",
            """
            Version: "1.1"
            Statement:
              - Effect: Allow
                Action: [⟦"iam::createAccessKey"⟧, ⟦"iam:users:createUserV5"⟧]
            """,
            messages: [
                "`iam::createAccessKey` is an action of 5.0 policies in a 1.1 policy",
                "`iam:users:createUserV5` is an action of 5.0 policies in a 1.1 policy",
            ]),
        .document(
            "an alias",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["iam:credentials:createCredential"]
            """),
        .document(
            "each in its own",
            """
            Version: "1.1"
            Statement:
              - Effect: Allow
                Action: ["iam:permissions:grantRoleToGroup"]
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("mixed-permission-models", row) }
}
