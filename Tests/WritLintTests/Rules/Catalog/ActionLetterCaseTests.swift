import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct ActionLetterCaseTests {
    static let rows: [RuleRow] = [
        .document(
            "of Huawei",
            """
            Version: "1.1"
            Statement:
              - Effect: Allow
                Action: [⟦"iam:users:listusers"⟧]
            """, messages: ["`iam:users:listusers` is `iam:users:listUsers` in other letters"],
            help: "write `iam:users:listUsers`",
            fixed: """
                Version: "1.1"
                Statement:
                  - Effect: Allow
                    Action: ["iam:users:listUsers"]
                """),
        .document(
            "the service", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: [⟦"S3:Get*"⟧]
                Resource: "*"
            """,
            fixed: """
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Action: ["s3:Get*"]
                    Resource: "*"
                """),
        .document(
            "of JD", in: .jd,
            """
            Version: "3"
            Statement: [{Effect: Allow, Action: [⟦"iam:DescribeGroup"⟧], Resource: ["*"]}]
            """),
        .document(
            "as the vendor writes it", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: ["s3:GetObject", "s3:get*"]
                Resource: "*"
            """),
        .document(
            "an action that is not known",
            """
            Version: "1.1"
            Statement:
              - Effect: Allow
                Action: ["ecs:Servers:get"]
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("action-letter-case", row) }
}
