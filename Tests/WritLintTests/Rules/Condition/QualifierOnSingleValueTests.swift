import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct QualifierOnSingleValueTests {
    static let rows: [RuleRow] = [
        .document(
            "any value",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {⟦"ForAnyValue:StringEquals"⟧: {"g:UserName": ["anna"]}}
            """, messages: ["`g:UserName` has one value, and `ForAnyValue` is about several"],
            help: "write `StringEquals`",
            fixed: """
                Version: "5.0"
                Statement:
                  - Effect: Allow
                    Action: ["ecs:servers:get"]
                    Condition: {"StringEquals": {"g:UserName": ["anna"]}}
                """),
        .document(
            "all values", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {⟦"ForAllValues:StringEquals"⟧: {"aws:RequestTag/team": "ops"}}
            """,
            fixed: """
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Action: "s3:GetObject"
                    Resource: "*"
                    Condition: {"StringEquals": {"aws:RequestTag/team": "ops"}}
                """, applicability: .unsafe),
        .document(
            "a key of several values", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {"ForAnyValue:StringEquals": {"aws:TagKeys": "team"}}
            """),
        .document(
            "a key of a service", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {"ForAllValues:StringEquals": {"dynamodb:LeadingKeys": "a"}}
            """),
        .document(
            "a key that only third parties name",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {"ForAnyValue:StringEquals": {"g:PrincipalType": ["User"]}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("qualifier-on-single-value", row) }
}
