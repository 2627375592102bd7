import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct UnclearResourceTests {
    static let rows: [RuleRow] = [
        .document(
            "none where one is needed", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - ⟦E⟧ffect: Allow
                Action: ["s3:ListAllMyBuckets"]
            """, messages: ["the statement has no `Resource`"],
            help: "name the resources, or every one: `[\"*\"]`",
            fixed: """
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Action: ["s3:ListAllMyBuckets"]
                    Resource: ["*"]
                """, applicability: .unsafe),
        .document(
            "both",
            """
            Version: "5.0"
            Statement: [{Effect: Deny, Action: ["obs:*:*"], Resource: ["*"], ⟦NotResource⟧: ["obs:*:*:bucket:a"]}]
            """, messages: ["`Resource` and `NotResource` stand in one statement"]),
        .document(
            "what to subtract from is missing", in: .volcengine,
            """
            Statement: [{Effect: Allow, Action: ["tos:*"], ⟦NotResource⟧: ["trn:tos:::logs"]}]
            """),
        .document(
            "none where none is needed",
            """
            Version: "5.0"
            Statement: [{Effect: Allow, Action: ["ecs:servers:get"]}]
            """),
        .document(
            "a trust policy is about its role", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement: [{Effect: Allow, Principal: {AWS: "123456789012"}, Action: "sts:AssumeRole"}]
            """),
        .file("an empty statement is another rule's", in: .aws, #"{"Statement": [{}]}"#),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("unclear-resource", row) }
}
