import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct IneffectiveMfaCheckTests {
    static let rows: [RuleRow] = [
        .document(
            "an Allow without",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {Bool: {"g:MFAPresent": ⟦["false"]⟧}}
            """, messages: ["the statement allows those without a second factor"]),
        .document(
            "a Deny that an access key escapes", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Deny
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {⟦Bool⟧: {"aws:MultiFactorAuthPresent": "false"}}
            """, messages: ["the Deny does not reach a request without `aws:MultiFactorAuthPresent`"],
            help: "write `BoolIfExists`",
            fixed: """
                Version: "2012-10-17"
                Statement:
                  - Effect: Deny
                    Action: "s3:GetObject"
                    Resource: "*"
                    Condition: {BoolIfExists: {"aws:MultiFactorAuthPresent": "false"}}
                """, applicability: .unsafe),
        .document(
            "a Deny that reaches all",
            """
            Version: "5.0"
            Statement:
              - Effect: Deny
                Action: ["ecs:servers:get"]
                Condition: {BoolIfExists: {"g:MFAPresent": ["false"]}}
            """),
        .document(
            "said on purpose", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Deny
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {Bool: {"aws:MultiFactorAuthPresent": "false"}, "Null": {"aws:MultiFactorAuthPresent": "false"}}
            """),
        .document(
            "a second Deny for the absent key",
            """
            Version: "5.0"
            Statement:
              - {Effect: Deny, Action: ["ecs:*:*"], Condition: {Bool: {"g:MFAPresent": ["false"]}}}
              - {Effect: Deny, Action: ["ecs:*:*"], Condition: {Null: {"g:MFAPresent": ["true"]}}}
            """),
        .document(
            "an Allow with",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {Bool: {"g:MFAPresent": ["true"]}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("ineffective-mfa-check", row) }
}
