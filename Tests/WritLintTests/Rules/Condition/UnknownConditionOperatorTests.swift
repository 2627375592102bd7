import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct UnknownConditionOperatorTests {
    static let rows: [RuleRow] = [
        .document(
            "the name of AWS",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {⟦StringLike⟧: {"g:UserName": ["ops-*"]}}
            """, messages: ["`StringLike` is no condition operator of huawei"],
            help: "write `StringMatch`",
            fixed: """
                Version: "5.0"
                Statement:
                  - Effect: Allow
                    Action: ["ecs:servers:get"]
                    Condition: {StringMatch: {"g:UserName": ["ops-*"]}}
                """),
        .document(
            "the number of AWS, with a qualifier and a suffix",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {⟦"ForAnyValue:NumericLessThanIfExists"⟧: {"obs:size": ["5"]}}
            """,
            fixed: """
                Version: "5.0"
                Statement:
                  - Effect: Allow
                    Action: ["ecs:servers:get"]
                    Condition: {"ForAnyValue:NumberLessThanIfExists": {"obs:size": ["5"]}}
                """),
        .document(
            "the name of Huawei", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {⟦StringNotMatch⟧: {"aws:username": "ops-*"}}
            """,
            fixed: """
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Action: "s3:GetObject"
                    Resource: "*"
                    Condition: {StringNotLike: {"aws:username": "ops-*"}}
                """),
        .document(
            "the name of AWS for resource names", in: .volcengine,
            """
            Statement:
              - Effect: Allow
                Action: ["tos:GetObject"]
                Resource: ["*"]
                Condition: {⟦ArnLike⟧: {"volc:PrincipalTrn": ["trn:iam::*:role/*"]}}
            """,
            fixed: """
                Statement:
                  - Effect: Allow
                    Action: ["tos:GetObject"]
                    Resource: ["*"]
                    Condition: {TrnLike: {"volc:PrincipalTrn": ["trn:iam::*:role/*"]}}
                """),
        .document(
            "both names side by side",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {⟦StringLike⟧: {"g:UserName": ["a*"]}, StringMatch: {"g:UserId": ["b*"]}}
            """,
            help: "did you mean `StringMatch`?"),
        .document(
            "a slip",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {⟦StringEqual⟧: {"g:UserName": ["anna"]}}
            """,
            help: "did you mean `StringEquals`?"),
        .document(
            "in another case",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {stringequals: {"g:UserName": ["anna"]}}
            """),
        .document(
            "of an absent key is another finding",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {NullIfExists: {"g:UserName": ["true"]}}
            """),
        .document(
            "JD documents one operator, and the others are read", in: .jd,
            """
            Version: "3"
            Statement:
              - Effect: Allow
                Action: ["vm:describeInstance"]
                Resource: ["*"]
                Condition: {IpAddress: {"JDCloud:SourceIp": ["203.0.113.0/24"]}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("unknown-condition-operator", row) }
}
