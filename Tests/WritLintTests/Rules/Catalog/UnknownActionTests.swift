import Testing
import WritDiagnostics
import WritLint
import WritModel
import WritPolicy

@Suite struct UnknownActionTests {
    static let rows: [RuleRow] = [
        .document(
            "one letter",
            """
            Version: "1.1"
            Statement:
              - Effect: Allow
                Action: [⟦"iam:users:listUser"⟧]
            """, messages: ["the catalogue of 2023-02-23 has no action `iam:users:listUser`"],
            help: "did you mean `iam:users:listUsers`?"),
        .document(
            "AWS", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: ["s3:GetObject", ⟦"s3:GetObjcet"⟧]
                Resource: "*"
            """,
            help: "did you mean `s3:GetObject`?"),
        .document(
            "two letters and another verb", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: [⟦"s3:GetBucketAbac"⟧]
                Resource: "*"
            """, messages: ["the catalogue of 2025-04-25 has no action `s3:GetBucketAbac`"], severity: .low),
        .document(
            "the excluded too", in: .aws,
            """
            Version: "2012-10-17"
            Statement: [{Effect: Deny, NotAction: ⟦"iam:GetUsers"⟧, Resource: "*"}]
            """),
        .document(
            "a service that is not listed wholly",
            """
            Version: "1.1"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:lists"]
            """),
        .document(
            "the newer model is not listed wholly",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["iam:users:somethingNew"]
            """),
        .document(
            "another case", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: ["s3:getobject"]
                Resource: "*"
            """),
        .document(
            "a version is no slip", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: [⟦"s3:GetObjectV2"⟧]
                Resource: "*"
            """, severity: .low),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("unknown-action", row) }
}
