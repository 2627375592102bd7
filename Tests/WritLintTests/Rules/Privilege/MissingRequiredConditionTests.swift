import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct MissingRequiredConditionTests {
    static let rows: [RuleRow] = [
        .document(
            "no condition", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: [⟦"iam:PassRole"⟧], Resource: ["arn:aws:iam::*:role/batch"]}
            """, messages: ["`iam:PassRole` is allowed without a condition on `iam:PassedToService`"],
            help: "add a condition on `iam:PassedToService`",
            options: ["required": .texts(["iam:PassRole needs iam:PassedToService"])]),
        .document(
            "through what is not excluded", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, ⟦NotAction⟧: ["s3:*"], Resource: ["*"]}
            """, options: ["required": .texts(["iam:PassRole needs iam:PassedToService"])]),
        .document(
            "a pattern of the list", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: [⟦"iam:PassRole"⟧], Resource: ["*"]}
            """, options: ["required": .texts(["iam:Pass* needs iam:PassedToService"])]),
        .document(
            "the key must be absent", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: [⟦"iam:*"⟧], Resource: ["*"], Condition: {"Null": {"iam:PassedToService": ["true"]}}}
            """, options: ["required": .texts(["iam:PassRole needs iam:PassedToService"])]),
        .document(
            "with the condition", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: ["iam:PassRole"], Resource: ["*"], Condition: {StringEquals: {"iam:PassedToService": ["ec2.amazonaws.com"]}}}
            """, options: ["required": .texts(["iam:PassRole needs iam:PassedToService"])]),
        .document(
            "another action", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: ["iam:GetRole"], Resource: ["*"]}
            """, options: ["required": .texts(["iam:PassRole needs iam:PassedToService"])]),
        .document(
            "a Deny", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Deny, Action: ["iam:PassRole"], Resource: ["*"]}
            """, options: ["required": .texts(["iam:PassRole needs iam:PassedToService"])]),
        .document(
            "no list", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: ["iam:PassRole"], Resource: ["*"]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("missing-required-condition", row) }
}
