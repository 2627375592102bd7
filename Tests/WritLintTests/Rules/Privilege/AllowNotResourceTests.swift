import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct AllowNotResourceTests {
    static let rows: [RuleRow] = [
        .document(
            "all but one bucket", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: ["s3:GetObject"], ⟦NotResource⟧: ["arn:aws:s3:::audit/*"]}
            """, messages: ["the statement allows every resource but those in `NotResource`"],
            help: "list what is allowed in `Resource`"),
        .document(
            "Volcengine subtracts from one bucket", in: .volcengine,
            """
            Statement:
              - {Effect: Allow, Action: ["tos:GetObject"], Resource: ["trn:tos:::logs/*"], NotResource: ["trn:tos:::logs/keys/*"]}
            """),
        .document(
            "a Deny", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Deny, Action: ["s3:GetObject"], NotResource: ["arn:aws:s3:::audit/*"]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("allow-not-resource", row) }
}
