import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct ResourceWildcardActionsTests {
    static let rows: [RuleRow] = [
        .file(
            "a service", in: .aws, kind: .resource,
            """
            {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::0123456789:role/reports"}, "Action": ⟦"sqs:*"⟧, "Resource": "arn:aws:s3:::reports/*"}]}
            """, messages: ["`sqs:*` allows every action on the resource"],
            help: "list the actions that are needed"),
        .file(
            "everything", in: .aws, kind: .resource,
            """
            {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::0123456789:role/reports"}, "Action": ["s3:GetObject", ⟦"*"⟧], "Resource": "arn:aws:s3:::reports/*"}]}
            """),
        .file(
            "some actions", in: .aws, kind: .resource,
            """
            {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::0123456789:role/reports"}, "Action": ["sqs:Send*", "sqs:ReceiveMessage"], "Resource": "arn:aws:s3:::reports/*"}]}
            """),
        .file(
            "a Deny", in: .aws, kind: .resource,
            """
            {"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::reports/*"}]}
            """),
        .file(
            "a key leaves it to the account", in: .aws, kind: .resource,
            """
            {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::0123456789:root"}, "Action": "kms:*", "Resource": "arn:aws:s3:::reports/*"}]}
            """),
        .file(
            "a key and a role", in: .aws, kind: .resource,
            """
            {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::0123456789:role/reports"}, "Action": ⟦"kms:*"⟧, "Resource": "arn:aws:s3:::reports/*"}]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("resource-wildcard-actions", row) }
}
