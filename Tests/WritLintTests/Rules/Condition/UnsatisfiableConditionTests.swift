import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct UnsatisfiableConditionTests {
    static let rows: [RuleRow] = [
        .document(
            "a number below and above",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {NumberLessThan: {"g:MFAAge": ["5"]}, NumberGreaterThan: {⟦"g:MFAAge"⟧: ["9"]}}
            """, messages: ["no request meets this condition on `g:MFAAge` and the others"]),
        .document(
            "present and absent", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {StringEquals: {"aws:username": "anna"}, "Null": {⟦"aws:username"⟧: "true"}}
            """),
        .document(
            "no value", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {StringEquals: {⟦"aws:username"⟧: []}}
            """, messages: ["no request meets the condition on `aws:username`"]),
        .document(
            "the action is of another service",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {StringEquals: {⟦"g:ServiceName"⟧: ["iam"]}}
            """),
        .document(
            "a number between",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {NumberLessThan: {"g:MFAAge": ["9"]}, NumberGreaterThan: {"g:MFAAge": ["5"]}}
            """),
        .document(
            "a set may hold both", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {"ForAnyValue:StringEquals": {"aws:TagKeys": "a"}, "ForAnyValue:StringLike": {"aws:TagKeys": "b*"}}
            """),
        .document(
            "an action that there cannot be is another finding", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:Get:Object"
                Resource: "*"
                Condition: {StringEquals: {"aws:username": []}}
            """),
        .document(
            "what JD does not document", in: .jd,
            """
            Version: "3"
            Statement:
              - Effect: Allow
                Action: ["vm:describeInstance"]
                Resource: ["*"]
                Condition: {StringEquals: {"JDCloud:ResourceTag/a": ["x"]}, StringNotEquals: {"JDCloud:ResourceTag/a": ["x"]}}
            """),
        .document(
            "a value that cannot be read is another finding",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {NumberLessThan: {"g:MFAAge": ["x"]}, NumberGreaterThan: {"g:MFAAge": ["9"]}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("unsatisfiable-condition", row) }
}
