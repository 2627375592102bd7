import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct UnclearActionTests {
    static let rows: [RuleRow] = [
        .document(
            "none",
            """
            Version: "1.1"
            Statement: [⟦{Effect: Allow}⟧]
            """, messages: ["the statement has no `Action`"], help: "list the actions"),
        .document(
            "both",
            """
            Version: "5.0"
            Statement:
              - Effect: Deny
                Action: ["iam:*:*"]
                ⟦NotAction⟧: ["iam:*:get*"]
            """, messages: ["`Action` and `NotAction` stand in one statement"]),
        .document(
            "what to subtract from is missing", in: .volcengine,
            """
            Statement: [{Effect: Allow, ⟦NotAction⟧: ["vpc:Delete*"], Resource: ["*"]}]
            """, messages: ["`NotAction` stands without the `Action` that it subtracts from"],
            help: "add `Action`"),
        .document(
            "both where one subtracts", in: .volcengine,
            """
            Statement: [{Effect: Allow, Action: ["vpc:*"], NotAction: ["vpc:Delete*"], Resource: ["*"]}]
            """),
        .file("the negated one alone", #"{"Statement": [{"Effect": "Deny", "NotAction": ["iam:*:get*"]}]}"#),
        .file("an empty statement is another rule's", in: .aws, #"{"Statement": [{}]}"#),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("unclear-action", row) }
}
