import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct WildcardInPlainValueTests {
    static let rows: [RuleRow] = [
        .document(
            "a star",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {StringEquals: {"g:UserName": ["anna", ⟦"prod-*"⟧]}}
            """, messages: ["`prod-*` is no pattern: `StringEquals` takes `*` and `?` as characters"],
            help: "use `StringMatch`",
            fixed: """
                Version: "5.0"
                Statement:
                  - Effect: Allow
                    Action: ["ecs:servers:get"]
                    Condition: {StringMatch: {"g:UserName": ["anna", "prod-*"]}}
                """, applicability: .unsafe),
        .document(
            "negated", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {StringNotEquals: {"aws:username": ⟦"prod-?"⟧}}
            """,
            fixed: """
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Action: "s3:GetObject"
                    Resource: "*"
                    Condition: {StringNotLike: {"aws:username": "prod-?"}}
                """, applicability: .unsafe),
        .document(
            "JD documents no operator for patterns", in: .jd,
            """
            Version: "3"
            Statement:
              - Effect: Allow
                Action: ["vm:describeInstance"]
                Resource: ["*"]
                Condition: {StringEquals: {"JDCloud:ResourceTag/team": [⟦"ops-*"⟧]}}
            """,
            help: "list the values"),
        .document(
            "an operator of patterns",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {StringMatch: {"g:UserName": ["prod-*"]}}
            """),
        .document(
            "Volcengine takes it as a pattern", in: .volcengine,
            """
            Statement:
              - Effect: Allow
                Action: ["tos:GetObject"]
                Resource: ["*"]
                Condition: {StringEquals: {"volc:UserName": ["prod-*"]}}
            """),
        .document(
            "the star itself", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {StringEquals: {"s3:prefix": "${*}"}}
            """),
        .document(
            "the question mark of a web address", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {StringEquals: {"aws:referer": "https://example.com/?a"}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("wildcard-in-plain-value", row) }
}
