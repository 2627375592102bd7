import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct AllowNotPrincipalTests {
    static let rows: [RuleRow] = [
        .file(
            "of a bucket", in: .aws, kind: .resource,
            """
            {"Statement": [{"Effect": "Allow", ⟦"NotPrincipal"⟧: {"AWS": "arn:aws:iam::0123456789:user/guest"}, "Action": "s3:GetObject", "Resource": "*"}]}
            """, messages: ["the statement allows everybody but those in `NotPrincipal`"],
            help: "list who is allowed in `Principal`"),
        .file(
            "of a role", in: .aws, kind: .trust,
            """
            {"Statement": [{"Effect": "Allow", ⟦"NotPrincipal"⟧: {"AWS": "arn:aws:iam::0123456789:user/guest"}, "Action": "sts:AssumeRole"}]}
            """),
        .file(
            "a Deny", in: .aws, kind: .resource,
            """
            {"Statement": [{"Effect": "Deny", "NotPrincipal": {"AWS": "arn:aws:iam::0123456789:user/ann"}, "Action": "s3:*", "Resource": "*"}]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("allow-not-principal", row) }
}
