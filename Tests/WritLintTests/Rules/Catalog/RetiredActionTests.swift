import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct RetiredActionTests {
    static let rows: [RuleRow] = [
        .document(
            "an alias in a 5.0 policy",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: [⟦"iam:credentials:createCredential"⟧]
            """, messages: ["`iam:credentials:createCredential` is the older name of `iam::createAccessKey`"],
            fixed: """
                Version: "5.0"
                Statement:
                  - Effect: Allow
                    Action: ["iam::createAccessKey"]
                """, applicability: .unsafe),
        .document(
            "taken back", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: [⟦"aws-portal:ViewBilling"⟧]
                Resource: "*"
            """, messages: ["AWS took `aws-portal:ViewBilling` back"],
            help: "list the actions of `billing`, `ce`, `cur` and `consolidatedbilling` that are needed"),
        .document(
            "its own name in a 1.1 policy",
            """
            Version: "1.1"
            Statement:
              - Effect: Allow
                Action: ["iam:credentials:createCredential"]
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("retired-action", row) }
}
