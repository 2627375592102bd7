import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct UselessExclusionTests {
    static let rows: [RuleRow] = [
        .document(
            "everything",
            """
            Version: "1.1"
            Statement:
              - {Effect: Deny, NotAction: [⟦"*:*:*"⟧]}
            """, messages: ["`*:*:*` excludes everything, so that the statement is about nothing"],
            help: "take the statement out, or name what it is not about"),
        .document(
            "every resource", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: ["s3:GetObject"], NotResource: [⟦"*"⟧]}
            """),
        .document(
            "near an administrator",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, ⟦NotAction⟧: ["billing:*:*"]}
            """, messages: ["what `NotAction` excludes leaves all that makes an administrator"],
            help: "list what is allowed instead"),
        .document(
            "all but one bucket, of everything", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: ["*"], ⟦NotResource⟧: ["arn:aws:s3:::audit"]}
            """),
        .document(
            "all but the identity service",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, NotAction: ["iam:*:*"]}
            """),
        .document(
            "the identity service is denied beside it",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, NotAction: ["billing:*:*"]}
              - {Effect: Deny, Action: ["iam:*:*"]}
            """),
        .document(
            "a guard",
            """
            Version: "1.1"
            Statement:
              - {Effect: Deny, NotAction: ["iam:*:*"]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("useless-exclusion", row) }
}
