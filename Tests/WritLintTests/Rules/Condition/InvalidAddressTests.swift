import Testing
import WritDiagnostics
import WritLint
import WritModel
import WritPolicy

@Suite struct InvalidAddressTests {
    static let rows: [RuleRow] = [
        .document(
            "bits behind the prefix",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {IpAddress: {"g:SourceIp": [⟦"203.0.113.5/24"⟧]}}
            """, messages: ["the range `203.0.113.5/24` has bits behind its prefix"],
            help: "write `203.0.113.0/24`, or the one address without a prefix",
            fixed: """
                Version: "5.0"
                Statement:
                  - Effect: Allow
                    Action: ["ecs:servers:get"]
                    Condition: {IpAddress: {"g:SourceIp": ["203.0.113.0/24"]}}
                """),
        .document(
            "of the newer family", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Deny
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {NotIpAddress: {"aws:SourceIp": ⟦"2001:db8::1/32"⟧}}
            """,
            fixed: """
                Version: "2012-10-17"
                Statement:
                  - Effect: Deny
                    Action: "s3:GetObject"
                    Resource: "*"
                    Condition: {NotIpAddress: {"aws:SourceIp": "2001:db8:0:0:0:0:0:0/32"}}
                """),
        .document(
            "no address", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {IpAddress: {"aws:SourceIp": [⟦"203.0.113.300"⟧, ⟦"10.0.0.0-10.0.0.9"⟧]}}
            """,
            messages: [
                "`203.0.113.300` is no address or range", "`10.0.0.0-10.0.0.9` is no address or range",
            ], severity: .error),
        .document(
            "a range and an address",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {IpAddress: {"g:SourceIp": ["203.0.113.0/24", "203.0.114.7"]}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("invalid-address", row) }
}
