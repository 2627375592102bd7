import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct AlwaysTrueConditionTests {
    static let rows: [RuleRow] = [
        .document(
            "any text, or none",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {StringMatchIfExists: {⟦"g:UserName"⟧: ["*"]}, StringEquals: {"g:DomainName": ["a"]}}
            """, messages: ["every request meets the condition on `g:UserName`"],
            help: "take it out",
            fixed: """
                Version: "5.0"
                Statement:
                  - Effect: Allow
                    Action: ["ecs:servers:get"]
                    Condition: {StringEquals: {"g:DomainName": ["a"]}}
                """),
        .document(
            "the last condition", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: "s3:GetObject", Resource: "*", Condition: {"Null": {⟦"aws:TagKeys"⟧: ["true", "false"]}}}
            """,
            fixed: """
                Version: "2012-10-17"
                Statement:
                  - {Effect: Allow, Action: "s3:GetObject", Resource: "*"}
                """),
        .document(
            "any text of a key that every request has",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {StringMatch: {⟦"g:ServiceName"⟧: ["*"]}}
            """),
        .document(
            "every address", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {IpAddress: {"aws:SourceIp": ["203.0.113.0/24", ⟦"0.0.0.0/0"⟧]}}
            """, messages: ["every address lies in `0.0.0.0/0`"], applicability: .unsafe),
        .document(
            "any text, which has to be there",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {StringMatch: {"g:UserName": ["*"]}}
            """),
        .document(
            "an absent key passes, another text does not",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {StringMatchIfExists: {"g:UserName": ["a*"]}}
            """),
        .document(
            "none of all addresses", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Deny
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {NotIpAddress: {"aws:SourceIp": "0.0.0.0/0"}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("always-true-condition", row) }
}
