import Testing
import WritDiagnostics
import WritLint
import WritModel
import WritPolicy

@Suite struct WrongVersionTests {
    static let rows: [RuleRow] = [
        .file(
            "the same in another spelling", #"{"Version": ⟦"5"⟧, "Statement": []}"#,
            messages: ["`5` is no version of huawei identity policies"],
            help: "write `1.0` or `1.1` or `5.0`",
            fixed: #"{"Version": "5.0", "Statement": []}"#),
        .document(
            "a trust policy of the older model", kind: .trust,
            """
            Version: ⟦"1.1"⟧
            Statement: [{Effect: Allow, Principal: {IAM: ["0123"]}, Action: ["sts:agencies:assume"]}]
            """, messages: ["`1.1` is no version of huawei trust policies"], help: "write `5.0`",
            fixed: """
                Version: "5.0"
                Statement: [{Effect: Allow, Principal: {IAM: ["0123"]}, Action: ["sts:agencies:assume"]}]
                """, applicability: .unsafe),
        .file("none", #"⟦{"Statement": []}⟧"#, messages: ["the document has no `Version`"]),
        .file(
            "none where one may be left out", in: .aws, #"⟦{"Statement": []}⟧"#,
            fixed: #"{"Version": "2012-10-17", "Statement": []}"#, applicability: .unsafe, severity: .low),
        .file(
            "none, with variables: another rule's", in: .aws,
            #"{"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::${aws:username}"}]}"#
        ),
        .file("AWS's old one", in: .aws, #"{"Version": "2008-10-17", "Statement": []}"#),
        .file(
            "one where there is none", in: .volcengine, #"{⟦"Version"⟧: "1", "Statement": []}"#,
            messages: ["volcengine policies have no `Version`"], fixed: #"{"Statement": []}"#),
        .file(
            "another one", in: .jd, #"{"Version": ⟦"2"⟧, "Statement": []}"#,
            fixed: #"{"Version": "3", "Statement": []}"#, applicability: .unsafe),
        .document(
            "a good one",
            """
            Version: "1.1"
            Statement: [{Effect: Allow, Action: ["ecs:servers:get"]}]
            """),
        .file("a list of statements has none", "[]"),
        .file("none, with what looks like a variable", #"⟦{"Statement": [{"Resource": "${a}"}]}⟧"#),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("wrong-version", row) }
}
