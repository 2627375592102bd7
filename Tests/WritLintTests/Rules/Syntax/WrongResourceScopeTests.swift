import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct WrongResourceScopeTests {
    static let rows: [RuleRow] = [
        .document(
            "an account where there is none", in: .aws,
            """
            Version: "2012-10-17"
            Statement: [{Effect: Allow, Action: ["s3:*"], Resource: [⟦"arn:aws:s3::123456789012:logs"⟧]}]
            """,
            messages: [
                "`arn:aws:s3::123456789012:logs` has the account `123456789012`, which names of its service do not have"
            ], help: "write `arn:aws:s3:::logs`",
            fixed: """
                Version: "2012-10-17"
                Statement: [{Effect: Allow, Action: ["s3:*"], Resource: ["arn:aws:s3:::logs"]}]
                """, applicability: .unsafe),
        .document(
            "none where there is one", in: .aws,
            """
            Version: "2012-10-17"
            Statement: [{Effect: Allow, Action: ["sqs:*"], Resource: [⟦"arn:aws:sqs:::jobs"⟧]}]
            """,
            messages: [
                "`arn:aws:sqs:::jobs` has no region, which names of its service have"
            ]),
        .document(
            "a region of a global service",
            """
            Version: "5.0"
            Statement: [{Effect: Allow, Action: ["iam:*:*"], Resource: [⟦"iam:cn-north-4:*:user:ann"⟧, "iam:*:*:user:bob"]}]
            """, help: "write `iam::*:user:ann`"),
        .document(
            "under Volcengine", in: .volcengine,
            """
            Statement: [{Effect: Allow, Action: ["tos:*"], Resource: [⟦"trn:tos:cn-beijing::logs"⟧, "trn:tos:::logs/*"]}]
            """),
        .document(
            "an access point is no bucket", in: .aws,
            """
            Version: "2012-10-17"
            Statement: [{Effect: Allow, Action: ["s3:*"], Resource: ["arn:aws:s3:eu-west-1:123456789012:accesspoint/a", "arn:aws:s3:*:*:*"]}]
            """),
        .document(
            "names as they are", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: ["*"]
                Resource: ["arn:aws:sqs:eu-west-1:123456789012:jobs", "arn:aws:iam::123456789012:role/a", "arn:aws:s3:::a/${aws:username}"]
            """),
        .document(
            "a variable in the path", in: .aws,
            """
            Version: "2012-10-17"
            Statement: [{Effect: Allow, Action: ["iam:*"], Resource: [⟦"arn:aws:iam:eu-west-1:123456789012:user/${aws:username}"⟧]}]
            """,
            help: "write `arn:aws:iam::123456789012:user/${aws:username}`"),
        .document(
            "a variable before it", in: .aws,
            """
            Version: "2012-10-17"
            Statement: [{Effect: Allow, Action: ["iam:*"], Resource: ["arn:${aws:x}:iam:eu-west-1:123456789012:user/a", "arn:aws:iam:e*"]}]
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("wrong-resource-scope", row) }
}
