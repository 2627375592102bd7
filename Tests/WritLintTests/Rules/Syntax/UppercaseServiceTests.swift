import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct UppercaseServiceTests {
    static let rows: [RuleRow] = [
        .document(
            "in a resource, compared without case",
            """
            Version: "5.0"
            Statement: [{Effect: Allow, Action: [⟦"OBS:bucket:ListBucket"⟧], Resource: [⟦"OBS:*:*:bucket:Logs"⟧]}]
            """,
            messages: [
                "`OBS:bucket:ListBucket` has capital letters in the service `OBS`",
                "`OBS:*:*:bucket:Logs` has capital letters in the service `OBS`",
            ], help: "write `obs:bucket:ListBucket`",
            fixed: """
                Version: "5.0"
                Statement: [{Effect: Allow, Action: ["obs:bucket:ListBucket"], Resource: ["obs:*:*:bucket:Logs"]}]
                """),
        .document(
            "in a resource, compared with case", in: .aws,
            """
            Version: "2012-10-17"
            Statement: [{Effect: Allow, Action: ["s3:GetObject"], Resource: [⟦"arn:aws:S3:::Logs/*"⟧]}]
            """,
            fixed: """
                Version: "2012-10-17"
                Statement: [{Effect: Allow, Action: ["s3:GetObject"], Resource: ["arn:aws:s3:::Logs/*"]}]
                """, applicability: .unsafe),
        .document(
            "capital letters elsewhere", in: .jd,
            """
            Version: "3"
            Statement: [{Effect: Allow, Action: ["iam:describeSubUser"], Resource: ["jrn:iam::*:subUser/Ann"]}]
            """),
        .document(
            "beside letters beyond ASCII", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: ["s3:GetObject"]
                Resource: ["arn:aws:s3:::Журнал", ⟦"arn:aws:éS:::a"⟧, "arn:aws:é:::A", "ARN:aws:s3", "arn:aws:S3"]
            """,
            messages: [
                "`arn:aws:éS:::a` has capital letters in the service `éS`"
            ]),
        .file(
            "behind a colon with a mark, which is no colon", in: .aws,
            "{\"Statement\": [{\"Resource\": [⟦\"arn:aws:s3:\u{308}S:a\"⟧]}]}"),
        .file("what has no service is another rule's", #"{"Statement": [{"Action": ["ECS"]}]}"#),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("uppercase-service", row) }
}
