import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct PublicResourceTests {
    static let rows: [RuleRow] = [
        .file(
            "everybody may read", in: .aws, kind: .resource,
            """
            {"Statement": [{"Effect": "Allow", "Principal": ⟦"*"⟧, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*"}]}
            """, messages: ["anybody may do `s3:GetObject`"],
            help: "name the accounts that are meant, or add a condition on who calls"),
        .file(
            "from every address", in: .aws, kind: .resource,
            """
            {"Statement": [{"Effect": "Allow", "Principal": {"AWS": ⟦"*"⟧}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": {"IpAddress": {"aws:SourceIp": "0.0.0.0/0"}}}]}
            """),
        .file(
            "over an encrypted line", in: .aws, kind: .resource,
            """
            {"Statement": [{"Effect": "Allow", "Principal": ⟦"*"⟧, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": {"Bool": {"aws:SecureTransport": "true"}}}]}
            """),
        .file(
            "of Huawei Cloud", in: .huawei, kind: .resource,
            """
            {"Statement": [{"Effect": "Allow", "Principal": {"IAM": [⟦"*"⟧]}, "Action": ["obs:object:GetObject"]}]}
            """),
        .file(
            "one organization", in: .aws, kind: .resource,
            """
            {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}}]}
            """),
        .file(
            "from the office", in: .aws, kind: .resource,
            """
            {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*", "Condition": {"IpAddress": {"aws:SourceIp": "192.0.2.0/24"}}}]}
            """),
        .file(
            "everybody else is kept out", in: .aws, kind: .resource,
            """
            {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*"}, {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::reports/*", "Condition": {"StringNotEquals": {"aws:PrincipalAccount": "0123456789"}}}]}
            """),
        .file(
            "one account", in: .aws, kind: .resource,
            """
            {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::210987654321:root"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*"}]}
            """),
        .file(
            "a trust policy is another rule", in: .aws, kind: .trust,
            """
            {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole"}]}
            """),
        .file(
            "everybody but one is another rule", in: .aws, kind: .resource,
            """
            {"Statement": [{"Effect": "Allow", "NotPrincipal": {"AWS": "0123456789"}, "Action": "s3:GetObject", "Resource": "*"}]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("public-resource", row) }
}
