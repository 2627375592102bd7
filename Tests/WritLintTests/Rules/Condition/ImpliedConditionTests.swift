import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct ImpliedConditionTests {
    static let rows: [RuleRow] = [
        .document(
            "a text and its pattern",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {StringEquals: {"g:UserName": ["anna"]}, StringMatch: {⟦"g:UserName"⟧: ["a*"]}}
            """, messages: ["the condition is met whenever the other one on `g:UserName` is"],
            fixed: """
                Version: "5.0"
                Statement:
                  - Effect: Allow
                    Action: ["ecs:servers:get"]
                    Condition: {StringEquals: {"g:UserName": ["anna"]}}
                """),
        .document(
            "the pattern first", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {StringLike: {⟦"aws:username"⟧: "a*", "aws:userid": "x"}, StringEquals: {"aws:username": "anna"}}
            """,
            fixed: """
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Action: "s3:GetObject"
                    Resource: "*"
                    Condition: {StringLike: {"aws:userid": "x"}, StringEquals: {"aws:username": "anna"}}
                """),
        .document(
            "a wider number",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {NumberLessThan: {"g:MFAAge": ["9"]}, NumberLessThanEquals: {⟦"g:MFAAge"⟧: ["9"]}}
            """),
        .document(
            "the same as the one before", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {StringEquals: {"aws:username": "anna"}, "ForAnyValue:StringEquals": {⟦"aws:username"⟧: "anna"}}
            """),
        .document(
            "a presence that an all-values test needs", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {"ForAllValues:StringEquals": {"aws:TagKeys": "a"}, "Null": {"aws:TagKeys": "false"}}
            """),
        .document(
            "both limit",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {StringMatch: {"g:UserName": ["a*"]}, StringEndWith: {"g:UserName": ["b"]}}
            """),
        .document(
            "a contradiction is another finding",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {StringEquals: {"g:UserName": ["a"]}, StringMatch: {"g:UserName": ["b*"]}, StringNotEquals: {"g:UserName": ["b"]}}
            """),
        .document(
            "what is always true is another finding",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {StringEquals: {"g:UserName": ["a"]}, StringMatchIfExists: {"g:UserName": ["*"]}}
            """),
        .document(
            "another key",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {StringEquals: {"g:UserName": ["a"]}, StringMatch: {"g:UserId": ["a*"]}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("implied-condition", row) }
}
