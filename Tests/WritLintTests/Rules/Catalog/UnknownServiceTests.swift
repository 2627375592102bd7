import Testing
import WritDiagnostics
import WritLint
import WritModel
import WritPolicy

@Suite struct UnknownServiceTests {
    static let rows: [RuleRow] = [
        .document(
            "letters that changed places",
            """
            Version: "1.1"
            Statement:
              - Effect: Allow
                Action: [⟦"esc:servers:get"⟧, "ecs:servers:list"]
            """,
            messages: [
                "`esc` is no service that is known, and nearly one that is: not all services are listed"
            ],
            help: "did you mean `ecs`?"),
        .document(
            "AWS is listed wholly", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: [⟦"dynamodbx:GetItem"⟧, "dynamodbx:PutItem"]
                Resource: "*"
            """, messages: ["the catalogue of 2025-04-25 has no service `dynamodbx`"],
            help: "did you mean `dynamodb`?"),
        .document(
            "perhaps newer than the catalogue", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: [⟦"s4:GetObject"⟧]
                Resource: "*"
            """, severity: .low),
        .document(
            "one letter in a long name",
            """
            Version: "1.1"
            Statement:
              - Effect: Allow
                Action: [⟦"organisations:ous:list"⟧]
            """,
            help: "did you mean `organizations`?"),
        .document(
            "Volcengine", in: .volcengine,
            """
            Statement: [{Effect: Allow, Action: [⟦"ima:ListUsers"⟧], Resource: ["*"]}]
            """,
            help: "did you mean `iam`?"),
        .document(
            "a service that is not listed",
            """
            Version: "1.1"
            Statement:
              - Effect: Allow
                Action: ["ebs:volumes:get"]
            """),
        .document(
            "any service", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: ["*:Get*", "s*:Get*", "S3:GetObject"]
                Resource: "*"
            """),
        .document(
            "no service at all", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: [":GetObject", "GetObject"]
                Resource: "*"
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("unknown-service", row) }
}
