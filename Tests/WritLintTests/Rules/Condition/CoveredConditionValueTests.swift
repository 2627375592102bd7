import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct CoveredConditionValueTests {
    static let rows: [RuleRow] = [
        .document(
            "in a pattern",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {StringMatch: {"g:UserName": ["ops-*", ⟦"ops-anna"⟧]}}
            """, messages: ["`ops-*` holds `ops-anna` already"],
            help: "take it out",
            fixed: """
                Version: "5.0"
                Statement:
                  - Effect: Allow
                    Action: ["ecs:servers:get"]
                    Condition: {StringMatch: {"g:UserName": ["ops-*"]}}
                """),
        .document(
            "twice",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {StringEquals: {"g:UserName": ["anna", "bob", ⟦"anna"⟧]}}
            """),
        .document(
            "in a range, negated", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Deny
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {NotIpAddress: {"aws:SourceIp": [⟦"203.0.113.7"⟧, "203.0.113.0/24"]}}
            """,
            fixed: """
                Version: "2012-10-17"
                Statement:
                  - Effect: Deny
                    Action: "s3:GetObject"
                    Resource: "*"
                    Condition: {NotIpAddress: {"aws:SourceIp": ["203.0.113.0/24"]}}
                """),
        .document(
            "a lower number",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {NumberLessThan: {"obs:size": [⟦"5"⟧, "9"]}}
            """),
        .document(
            "a text under an operator of texts",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {StringEquals: {"g:UserName": ["ops-*", "ops-anna"]}}
            """),
        .document(
            "a pattern in a pattern",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {StringMatch: {"g:UserName": [⟦"ops-a*"⟧, "ops-*"]}}
            """),
        .document(
            "two spellings of one pattern", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {StringLike: {"aws:username": ["a*?", ⟦"a?*"⟧]}}
            """),
        .document(
            "patterns that meet",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {StringMatch: {"g:UserName": ["a*", "*b"]}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("covered-condition-value", row) }
}
