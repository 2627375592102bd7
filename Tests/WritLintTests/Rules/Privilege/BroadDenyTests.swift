import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct BroadDenyTests {
    static let rows: [RuleRow] = [
        .document(
            "everything",
            """
            Version: "1.1"
            Statement:
              - {Effect: Deny, Action: [⟦"*:*:*"⟧]}
            """, messages: ["`*:*:*` denies everything, always"],
            help: "name what is denied, or add a condition"),
        .document(
            "a service", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Deny, Action: [⟦"s3:*"⟧], Resource: ["*"]}
            """, messages: ["`s3:*` denies everything of the service `s3`, always"]),
        .document(
            "with a condition",
            """
            Version: "1.1"
            Statement:
              - {Effect: Deny, Action: ["*:*:*"], Condition: {Bool: {"g:MFAPresent": ["false"]}}}
            """),
        .document(
            "one bucket", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Deny, Action: ["s3:*"], Resource: ["arn:aws:s3:::ledger/*"]}
            """),
        .document(
            "some actions",
            """
            Version: "1.1"
            Statement:
              - {Effect: Deny, Action: ["iam:users:*"]}
            """),
        .document(
            "Volcengine subtracts", in: .volcengine,
            """
            Statement:
              - {Effect: Deny, Action: ["*"], NotAction: ["iam:*"], Resource: ["*"]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("broad-deny", row) }
}
