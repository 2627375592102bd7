import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct FullAdminTests {
    static let rows: [RuleRow] = [
        .document(
            "three stars",
            """
            Version: "1.1"
            Statement:
              - Effect: Allow
                Action: ["ecs:*:get*", ⟦"*:*:*"⟧]
            """, messages: ["the statement allows every action on every resource"],
            help: "list the actions that are needed"),
        .document(
            "one star and every resource", in: .aws,
            """
            Version: "2012-10-17"
            Statement: {Effect: Allow, Action: ⟦"*"⟧, Resource: "*"}
            """),
        .document(
            "a star for all segments",
            """
            Version: "1.1"
            Statement:
              - Effect: Allow
                Action: [⟦"*:*"⟧]
            """),
        .document(
            "what one statement leaves out the other gives",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, ⟦NotAction⟧: ["iam:*:*"]}
              - {Effect: Allow, Action: ["iam:*:*"]}
            """, messages: ["the document allows every action on every resource"]),
        .document(
            "something is left out",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, NotAction: ["iam:*:*"]}
              - {Effect: Allow, Action: ["iam:users:*"]}
            """),
        .document(
            "with a condition",
            """
            Version: "1.1"
            Statement:
              - Effect: Allow
                Action: ["*:*:*"]
                Condition: {Bool: {"g:MFAPresent": ["true"]}}
            """),
        .document(
            "one service",
            """
            Version: "1.1"
            Statement:
              - Effect: Allow
                Action: ["ecs:*:*"]
            """),
        .document(
            "on one resource", in: .aws,
            """
            Version: "2012-10-17"
            Statement: {Effect: Allow, Action: "*", Resource: "arn:aws:s3:::logs/*"}
            """),
        .file(
            "a resource policy", in: .aws, kind: .resource,
            """
            {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "0123456789"}, "Action": "*", "Resource": "*"}]}
            """),
        .document(
            "a Deny",
            """
            Version: "1.1"
            Statement:
              - Effect: Deny
                Action: ["*:*:*"]
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("full-admin", row) }
}
