import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct IfExistsOnGuardTests {
    static let rows: [RuleRow] = [
        .document(
            "the second factor",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {⟦BoolIfExists⟧: {"g:MFAPresent": ["true"]}}
            """, messages: ["`BoolIfExists` lets a request without `g:MFAPresent` pass"],
            help: "write `Bool`",
            fixed: """
                Version: "5.0"
                Statement:
                  - Effect: Allow
                    Action: ["ecs:servers:get"]
                    Condition: {Bool: {"g:MFAPresent": ["true"]}}
                """, applicability: .unsafe),
        .document(
            "the network, beside another key", in: .volcengine,
            """
            Statement:
              - Effect: Allow
                Action: ["tos:GetObject"]
                Resource: ["*"]
                Condition: {⟦IpAddressIfExists⟧: {"volc:SourceIp": ["203.0.113.0/24"], "tos:SourceIp": ["203.0.113.0/24"]}}
            """),
        .document(
            "the key has to be there", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {IpAddressIfExists: {"aws:SourceIp": "203.0.113.0/24"}, "Null": {"aws:SourceIp": "false"}}
            """),
        .document(
            "in a Deny",
            """
            Version: "5.0"
            Statement:
              - Effect: Deny
                Action: ["ecs:servers:get"]
                Condition: {BoolIfExists: {"g:MFAPresent": ["false"]}}
            """),
        .document(
            "those without it are meant",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {BoolIfExists: {"g:MFAPresent": ["false"]}}
            """),
        .document(
            "a tag",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {StringEqualsIfExists: {"g:ResourceTag/team": ["ops"]}}
            """),
        .document(
            "every request has the key",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {StringEqualsIfExists: {"g:PrincipalAccount": ["a"]}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("if-exists-on-guard", row) }
}
