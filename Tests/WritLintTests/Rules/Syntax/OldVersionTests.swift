import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct OldVersionTests {
    static let rows: [RuleRow] = [
        .document(
            "the one of 2008", in: .aws,
            """
            Version: ⟦"2008-10-17"⟧
            Statement: [{Effect: Allow, Action: "s3:*", Resource: "arn:aws:s3:::home/${aws:username}/*"}]
            """, messages: ["under version `2008-10-17` the document's variables are text"],
            help: "write `Version`: `2012-10-17`",
            fixed: """
                Version: "2012-10-17"
                Statement: [{Effect: Allow, Action: "s3:*", Resource: "arn:aws:s3:::home/${aws:username}/*"}]
                """, applicability: .unsafe),
        .file(
            "none", in: .aws, #"⟦{"Statement": [{"Resource": "arn:aws:s3:::${aws:username}"}]}⟧"#,
            messages: ["without a version the document's variables are text"]),
        .file("without variables", in: .aws, #"{"Version": "2008-10-17", "Statement": []}"#),
        .file(
            "the later one", in: .aws,
            #"{"Version": "2012-10-17", "Statement": [{"Resource": "arn:aws:s3:::${aws:username}"}]}"#),
        .file("a list of statements", in: .aws, #"[{"Resource": "arn:aws:s3:::${aws:username}"}]"#),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("old-version", row) }
}
