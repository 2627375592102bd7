import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct RewritableResourcePolicyTests {
    static let rows: [RuleRow] = [
        .document(
            "of a bucket",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["obs:bucket:*"]}
              - {Effect: Deny, Action: [⟦"obs:object:DeleteObject"⟧], Resource: ["obs:*:*:object:ledger/*"]}
            """,
            messages: [
                "`obs:object:DeleteObject` is denied, but `obs:bucket:PutBucketAcl` is allowed on the same resource"
            ], help: "deny `obs:bucket:PutBucketAcl` as well"),
        .document(
            "of AWS", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: ["s3:PutBucketPolicy"], Resource: ["arn:aws:s3:::ledger"]}
              - {Effect: Deny, Action: [⟦"s3:DeleteObject"⟧], Resource: ["arn:aws:s3:::ledger/*"]}
            """),
        .document(
            "of another bucket", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: ["s3:PutBucketPolicy"], Resource: ["arn:aws:s3:::logs"]}
              - {Effect: Deny, Action: ["s3:DeleteObject"], Resource: ["arn:aws:s3:::ledger/*"]}
            """),
        .document(
            "both denied", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: ["s3:*"], Resource: ["*"]}
              - {Effect: Deny, Action: ["s3:DeleteObject", "s3:Put*Policy", "s3:Put*Acl"], Resource: ["*"]}
            """),
        .document(
            "the whole service denied, but for the bucket itself", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: ["s3:PutBucketPolicy"], Resource: ["arn:aws:s3:::ledger"]}
              - {Effect: Deny, Action: [⟦"s3:*"⟧], Resource: ["arn:aws:s3:::ledger/*"]}
            """),
        .document(
            "the whole service denied", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: ["s3:PutBucketPolicy"], Resource: ["*"]}
              - {Effect: Deny, Action: ["s3:*"], Resource: ["*"]}
            """),
        .document(
            "a Deny under a condition", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: ["s3:PutBucketPolicy"], Resource: ["*"]}
              - {Effect: Deny, Action: ["s3:DeleteObject"], Resource: ["arn:aws:s3:::ledger/*"], Condition: {Bool: {"aws:SecureTransport": "false"}}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("rewritable-resource-policy", row) }
}
