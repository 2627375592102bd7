import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct UnmatchedWildcardTests {
    static let rows: [RuleRow] = [
        .document(
            "a verb that the service does not have",
            """
            Version: "1.1"
            Statement:
              - Effect: Allow
                Action: [⟦"iam:users:fetch*"⟧]
            """, messages: ["`iam:users:fetch*` matches no action of the catalogue of 2023-02-23"]),
        .document(
            "a slip", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: [⟦"s3:Lits*"⟧]
                Resource: "*"
            """,
            help: "did you mean `s3:List*`?"),
        .document(
            "some", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: ["s3:*Acl", "s3:Get*"]
                Resource: "*"
            """),
        .document(
            "one character", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: [⟦"s3:GetObjec??"⟧, "s3:GetObjec?"]
                Resource: "*"
            """),
        .document(
            "one character, which Huawei does not describe",
            """
            Version: "1.1"
            Statement:
              - Effect: Allow
                Action: ["iam:users:fetch?"]
            """),
        .document(
            "a service that is not listed wholly",
            """
            Version: "1.1"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:fetch*"]
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("unmatched-wildcard", row) }
}
