import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct SensitiveWithoutMfaTests {
    static let rows: [RuleRow] = [
        .document(
            "deleting users",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: [⟦"iam:users:delete*"⟧]}
            """,
            messages: [
                "`iam:users:delete*` needs no second factor: `iam:users:deleteUser`, `iam:users:deleteUserV5`"
            ]),
        .document(
            "another condition", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: [⟦"iam:DeleteUser"⟧], Resource: ["*"], Condition: {IpAddress: {"aws:SourceIp": ["192.0.2.0/24"]}}}
            """),
        .document(
            "with a second factor",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["iam:users:deleteUser"], Condition: {Bool: {"g:MFAPresent": ["true"]}}}
            """),
        .document(
            "a Deny asks for it", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: ["iam:DeleteUser"], Resource: ["*"]}
              - {Effect: Deny, Action: ["*"], Resource: ["*"], Condition: {BoolIfExists: {"aws:MultiFactorAuthPresent": ["false"]}}}
            """),
        .document(
            "a whole service under a condition, of which no other rule speaks", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: [⟦"kms:*"⟧], Resource: ["*"], Condition: {IpAddress: {"aws:SourceIp": ["192.0.2.0/24"]}}}
              - {Effect: Allow, Action: ["kms:*"], Resource: ["*"]}
            """),
        .document(
            "what is open here and allowed elsewhere",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["iam:users:deleteUse?"]}
              - {Effect: Allow, Action: ["iam:users:deleteUser"], Condition: {Bool: {"g:MFAPresent": ["true"]}}}
            """),
        .document(
            "only looking",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["iam:users:listUsers"]}
            """),
        .document(
            "Volcengine has no key for it", in: .volcengine,
            """
            Statement:
              - {Effect: Allow, Action: ["iam:DeleteUser"], Resource: ["*"]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("sensitive-without-mfa", row) }
}
