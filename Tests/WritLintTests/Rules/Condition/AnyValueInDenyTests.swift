import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct AnyValueInDenyTests {
    static let rows: [RuleRow] = [
        .document(
            "what is not listed", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Deny
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {⟦"ForAnyValue:StringNotEquals"⟧: {"aws:TagKeys": ["team"]}}
            """, messages: ["the Deny does not reach a request without `aws:TagKeys`"],
            help: "add a Deny of the same with `Null` and `aws:TagKeys`: `true`"),
        .document(
            "with another Deny beside it", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Deny, Action: "s3:*", Resource: "*", Condition: {"ForAnyValue:StringNotEquals": {"aws:TagKeys": "team"}}}
              - {Effect: Deny, Action: "*", Resource: "*", Condition: {"Null": {"aws:TagKeys": "true"}}}
            """),
        .document(
            "with a Deny of something else beside it", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Deny, Action: "s3:*", Resource: "*", Condition: {⟦"ForAnyValue:StringNotEquals"⟧: {"aws:TagKeys": "team"}}}
              - {Effect: Deny, Action: "s3:Get*", Resource: "*", Condition: {"Null": {"aws:TagKeys": "true"}}}
            """),
        .document(
            "what is listed", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Deny
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {"ForAnyValue:StringEquals": {"aws:TagKeys": ["secret"]}}
            """),
        .document(
            "said on purpose", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Deny
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {"ForAnyValue:StringNotEquals": {"aws:TagKeys": ["team"]}, "Null": {"aws:TagKeys": "false"}}
            """),
        .document(
            "in an Allow", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {"ForAnyValue:StringNotEquals": {"aws:TagKeys": ["team"]}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("any-value-in-deny", row) }
}
