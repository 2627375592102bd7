import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct PrivateSourceAddressTests {
    static let rows: [RuleRow] = [
        .document(
            "a range",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {IpAddress: {"g:SourceIp": [⟦"10.1.0.0/16"⟧, "203.0.113.0/24"]}}
            """, messages: ["`10.1.0.0/16` is private, and `g:SourceIp` is a public address"]),
        .document(
            "an exception", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Deny
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {NotIpAddress: {"aws:SourceIp": ⟦"192.168.7.9"⟧}}
            """),
        .document(
            "the key of the private network", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {IpAddress: {"aws:VpcSourceIp": "10.1.0.0/16"}}
            """),
        .document(
            "wider than private", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {IpAddress: {"aws:SourceIp": "10.0.0.0/7"}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("private-source-address", row) }
}
