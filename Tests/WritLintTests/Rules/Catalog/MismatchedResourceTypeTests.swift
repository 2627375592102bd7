import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct MismatchedResourceTypeTests {
    static let rows: [RuleRow] = [
        .document(
            "objects of a bucket",
            """
            Version: "1.1"
            Statement:
              - Effect: Allow
                Action: [⟦"obs:object:GetObject"⟧, "obs:bucket:ListBucket"]
                Resource: ["obs:*:*:bucket:logs"]
            """, messages: ["`obs:object:GetObject` is about no resource that is listed"],
            help: "list a resource `obs:*:*:object:…`"),
        .document(
            "a bucket, not its objects", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: [⟦"s3:GetObject"⟧, "s3:ListBucket"]
                Resource: "arn:aws:s3:::logs"
            """),
        .document(
            "objects, not the bucket", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: ["s3:GetObject", ⟦"s3:ListBucket"⟧]
                Resource: "arn:aws:s3:::logs/*"
            """,
            help: "list a bucket of `s3`"),
        .document(
            "a user for roles", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: [⟦"iam:PassRole"⟧]
                Resource: "arn:aws:iam::111122223333:user/anna"
            """),
        .document(
            "both", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: ["s3:GetObject", "s3:ListBucket"]
                Resource: ["arn:aws:s3:::logs", "arn:aws:s3:::logs/*"]
            """),
        .document(
            "a variable", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: ["iam:GetUser"]
                Resource: "arn:aws:iam::111122223333:${aws:username}"
            """),
        .document(
            "everything", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: ["s3:ListBucket"]
                Resource: "*"
            """),
        .document(
            "all but some", in: .aws,
            """
            Version: "2012-10-17"
            Statement: [{Effect: Allow, Action: ["s3:ListBucket"], NotResource: ["arn:aws:s3:::logs/*"]}]
            """),
        .document(
            "every type of OBS",
            """
            Version: "1.1"
            Statement:
              - Effect: Allow
                Action: ["obs:object:GetObject"]
                Resource: ["obs:*:*:*:logs"]
            """),
        .document(
            "a pattern with one action that fits", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: ["s3:List*"]
                Resource: "arn:aws:s3:::logs"
            """),
        .document(
            "an action about no resource is another finding", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: ["s3:ListAllMyBuckets"]
                Resource: "arn:aws:s3:::logs"
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("mismatched-resource-type", row) }
}
