import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct AllValuesWithoutPresenceTests {
    static let rows: [RuleRow] = [
        .document(
            "alone",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {⟦"ForAllValues:StringEquals"⟧: {"g:TagKeys": ["team"]}}
            """, messages: ["`ForAllValues:StringEquals` is true for a request without `g:TagKeys`"],
            fixed: """
                Version: "5.0"
                Statement:
                  - Effect: Allow
                    Action: ["ecs:servers:get"]
                    Condition: {"ForAllValues:StringEquals": {"g:TagKeys": ["team"]}, "Null": {"g:TagKeys": ["false"]}}
                """, applicability: .unsafe),
        .document(
            "with a presence guard of another key", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {⟦"ForAllValues:StringLike"⟧: {"aws:TagKeys": "a*"}, "Null": {"aws:RequestTag/a": "false"}}
            """),
        .document(
            "with Null", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {"ForAllValues:StringEquals": {"aws:TagKeys": "team"}, "Null": {"aws:TagKeys": "false"}}
            """),
        .document(
            "with one that has to be there", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {"ForAllValues:StringEquals": {"aws:TagKeys": "team"}, "ForAnyValue:StringLike": {"aws:TagKeys": "*"}}
            """),
        .document(
            "in a Deny", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Deny
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {"ForAllValues:StringEquals": {"aws:TagKeys": "team"}}
            """),
        .document(
            "meant so", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {"ForAllValues:StringEqualsIfExists": {"aws:TagKeys": "team"}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("all-values-without-presence", row) }
}
