import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct AllowNotActionTests {
    static let rows: [RuleRow] = [
        .document(
            "all but the identity service",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, ⟦NotAction⟧: ["iam:*:*"]}
            """, messages: ["the statement allows every action but those in `NotAction`"],
            help: "list what is allowed in `Action`"),
        .document(
            "Volcengine subtracts, here from everything", in: .volcengine,
            """
            Statement:
              - {Effect: Allow, Action: ["*"], ⟦NotAction⟧: ["iam:*"], Resource: ["*"]}
            """),
        .document(
            "Volcengine subtracts from a service", in: .volcengine,
            """
            Statement:
              - {Effect: Allow, Action: ["vpc:*"], NotAction: ["vpc:Delete*"], Resource: ["*"]}
            """),
        .document(
            "a Deny",
            """
            Version: "1.1"
            Statement:
              - {Effect: Deny, NotAction: ["iam:*:*"]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("allow-not-action", row) }
}
