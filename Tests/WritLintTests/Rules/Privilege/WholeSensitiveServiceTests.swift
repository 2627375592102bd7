import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct WholeSensitiveServiceTests {
    static let rows: [RuleRow] = [
        .document(
            "the identity service",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["ecs:*:get*", ⟦"iam:*:*"⟧]}
            """, messages: ["`iam:*:*` allows everything of the service `iam`"],
            help: "list the actions that are needed"),
        .document(
            "in short",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: [⟦"kms:*"⟧]}
            """),
        .document(
            "of AWS, on every key", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: [⟦"kms:*"⟧], Resource: ["arn:aws:kms:*:*:key/*"]}
            """),
        .document(
            "on one key", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: ["kms:*"], Resource: ["arn:aws:kms:*:*:key/7f0c"]}
            """),
        .document(
            "another service",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["ecs:*:*"]}
            """),
        .document(
            "a resource type of it",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["iam:users:*"]}
            """),
        .document(
            "everything is another rule",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["*:*:*"]}
            """),
        .document(
            "with a condition",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["iam:*:*"], Condition: {Bool: {"g:MFAPresent": ["true"]}}}
            """),
        .document(
            "a Deny",
            """
            Version: "1.1"
            Statement:
              - {Effect: Deny, Action: ["iam:*:*"]}
            """),
        .file(
            "a resource policy is another rule", in: .aws, kind: .resource,
            """
            {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "0123456789"}, "Action": "kms:*", "Resource": "*"}]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("whole-sensitive-service", row) }
}
