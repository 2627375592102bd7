import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct UnscopedActionTests {
    static let rows: [RuleRow] = [
        .document(
            "all buckets", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: [⟦"s3:ListAllMyBuckets"⟧, "s3:ListBucket"]
                Resource: "arn:aws:s3:::logs"
            """, messages: ["`s3:ListAllMyBuckets` is about no single resource"],
            help: "give it a statement of its own with `Resource`: `*`"),
        .document(
            "a list of JD", in: .jd,
            """
            Version: "3"
            Statement: [{Effect: Allow, Action: [⟦"iam:describeGroups"⟧, "iam:describeGroup"], Resource: ["jrn:iam::111122223333:group/ops"]}]
            """),
        .document(
            "on everything", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: ["s3:ListAllMyBuckets"]
                Resource: "*"
            """),
        .document(
            "on one that stands for all", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: ["s3:ListAllMyBuckets"]
                Resource: "arn:aws:s3:::*"
            """),
        .document(
            "an unknown action", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: ["s3:ListSomething"]
                Resource: "arn:aws:s3:::logs"
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("unscoped-action", row) }
}
