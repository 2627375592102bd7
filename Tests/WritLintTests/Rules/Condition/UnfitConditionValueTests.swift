import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct UnfitConditionValueTests {
    static let rows: [RuleRow] = [
        .document(
            "a word for a boolean",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {Bool: {"g:MFAPresent": [⟦"yes"⟧]}}
            """, messages: ["`yes` is not a boolean, which `Bool` reads"],
            help: "write `true` or `false`",
            fixed: """
                Version: "5.0"
                Statement:
                  - Effect: Allow
                    Action: ["ecs:servers:get"]
                    Condition: {Bool: {"g:MFAPresent": ["true"]}}
                """, applicability: .unsafe),
        .document(
            "a duration for a number",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {NumberLessThan: {"g:MFAAge": [⟦"1h"⟧]}}
            """),
        .document(
            "a day of another form", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {DateLessThan: {"aws:CurrentTime": ⟦"31.03.2027"⟧}}
            """,
            help: "write a time such as `2027-03-31T00:00:00Z`"),
        .document(
            "addresses for a boolean", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {Bool: {⟦"aws:SourceIp"⟧: "true"}}
            """, messages: ["`Bool` reads a boolean, and `aws:SourceIp` is an address"],
            help: "use an operator for an address"),
        .document(
            "a time as a number", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {NumericLessThan: {"aws:EpochTime": "1800000000"}}
            """),
        .document(
            "a boolean of YAML",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {Bool: {"g:MFAPresent": true}}
            """),
        .document(
            "an address is another finding", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {IpAddress: {"aws:SourceIp": "10.0.0"}}
            """),
        .document(
            "a key of a service", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {NumericLessThan: {"s3:max-keys": "10"}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("unfit-condition-value", row) }
}
