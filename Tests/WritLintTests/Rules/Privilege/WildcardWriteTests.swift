import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct WildcardWriteTests {
    static let rows: [RuleRow] = [
        .document(
            "every way to delete",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: [⟦"ecs:*:delete*"⟧]}
            """, messages: ["the wildcard in `ecs:*:delete*` takes in actions that change something"],
            help: "list the actions that are needed"),
        .document(
            "the beginning of a verb", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: [⟦"ec2:D*"⟧], Resource: ["*"]}
            """),
        .document(
            "a service as a whole",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: [⟦"ecs:*:*"⟧]}
            """),
        .document(
            "only looking",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["ecs:*:get*", "ecs:*:list*"]}
            """),
        .document(
            "a wildcard before a named operation",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["ecs:*:get"]}
            """),
        .document(
            "the identity service is another rule",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["iam:*:*"]}
            """),
        .document(
            "on one bucket", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: ["s3:Put*"], Resource: ["arn:aws:s3:::logs/*"]}
            """),
        .file(
            "a resource policy", in: .aws, kind: .resource,
            """
            {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "0123456789"}, "Action": "s3:Put*", "Resource": "*"}]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("wildcard-write", row) }
}
