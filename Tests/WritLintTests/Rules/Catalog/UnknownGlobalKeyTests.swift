import Testing
import WritDiagnostics
import WritLint
import WritModel
import WritPolicy

@Suite struct UnknownGlobalKeyTests {
    static let rows: [RuleRow] = [
        .document(
            "a slip",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {Bool: {⟦"g:MFAPresented"⟧: ["true"]}}
            """, messages: ["there is no key `g:MFAPresented`"],
            help: "did you mean `g:MFAPresent`?"),
        .document(
            "a slip in a tag", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: ["s3:GetObject"]
                Resource: "*"
                Condition: {StringEquals: {⟦"aws:ResourceTags/team"⟧: "ops"}}
            """,
            help: "did you mean `aws:ResourceTag/team`?"),
        .document(
            "perhaps newer than the list", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: ["s3:GetObject"]
                Resource: "*"
                Condition: {StringEquals: {⟦"aws:SomethingElse"⟧: "ops"}}
            """, severity: .medium),
        .document(
            "a slip where the list is not whole", in: .volcengine,
            """
            Statement: [{Effect: Allow, Action: ["tos:GetObject"], Resource: ["*"], Condition: {IpAddress: {⟦"volc:SourceIps"⟧: ["203.0.113.0/24"]}}}]
            """, severity: .medium),
        .document(
            "another one where the list is not whole", in: .volcengine,
            """
            Statement: [{Effect: Allow, Action: ["tos:GetObject"], Resource: ["*"], Condition: {StringEquals: {"volc:Region": ["a"]}}}]
            """),
        .document(
            "in another case", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: ["s3:GetObject"]
                Resource: "*"
                Condition: {StringEquals: {"AWS:Username": "anna"}}
            """),
        .document(
            "a tag without its key is another finding", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: ["s3:GetObject"]
                Resource: "*"
                Condition: {StringEquals: {"aws:ResourceTag": "anna"}}
            """),
        .document(
            "a malformed key is another finding",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {IpAddress: {"g:Source Ip": ["203.0.113.0/24"]}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("unknown-global-key", row) }
}
