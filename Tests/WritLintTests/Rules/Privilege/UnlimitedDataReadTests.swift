import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct UnlimitedDataReadTests {
    static let rows: [RuleRow] = [
        .document(
            "every object",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: [⟦"obs:object:Get*"⟧], Resource: ["*"]}
            """,
            messages: [
                "`obs:object:Get*` reads the data of every resource: `obs:object:GetObject`, `obs:object:GetObjectVersion`"
            ], help: "name the buckets, secrets or tables that are meant"),
        .document(
            "every secret", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: [⟦"secretsmanager:GetSecretValue"⟧], Resource: ["*"]}
            """),
        .document(
            "one bucket", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: ["s3:GetObject"], Resource: ["arn:aws:s3:::reports/*"]}
            """),
        .document(
            "from the office", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: ["s3:GetObject"], Resource: ["*"], Condition: {IpAddress: {"aws:SourceIp": ["192.0.2.0/24"]}}}
            """),
        .document(
            "names of buckets", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: ["s3:ListAllMyBuckets"], Resource: ["*"]}
            """),
        .document(
            "every object of every bucket, in full", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: [⟦"s3:GetObject"⟧], Resource: ["arn:aws:s3:::*/*"]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("unlimited-data-read", row) }
}
