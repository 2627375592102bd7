import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct OpenTrustTests {
    static let rows: [RuleRow] = [
        .document(
            "everybody", kind: .trust,
            """
            Version: "5.0"
            Statement:
              - {Effect: Allow, Principal: {IAM: [⟦"*"⟧]}, Action: ["sts:agencies:assume"]}
            """, messages: ["`*` lets anybody of any account assume the agency"],
            help: "name the accounts that are meant by their ids"),
        .document(
            "in short", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: ⟦"*"⟧, Action: ["sts:AssumeRole"]}
            """),
        .document(
            "a role of any account", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: {AWS: ⟦"arn:aws:iam::*:role/deploy"⟧}, Action: ["sts:AssumeRole"]}
            """),
        .document(
            "of Volcengine", in: .volcengine, kind: .trust,
            """
            Statement:
              - {Effect: Allow, Principal: {IAM: [⟦"*"⟧]}, Action: ["sts:AssumeRole"]}
            """),
        .document(
            "one account", kind: .trust,
            """
            Version: "5.0"
            Statement:
              - {Effect: Allow, Principal: {IAM: ["0f3c1a7e9d2b4c58a6e1b7d905c4f832"]}, Action: ["sts:agencies:assume"]}
            """),
        .document(
            "with a condition", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: "*", Action: ["sts:AssumeRole"], Condition: {StringEquals: {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}}
            """),
        .document(
            "others are kept out", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: "*", Action: ["sts:AssumeRole"]}
              - {Effect: Deny, Principal: "*", Action: ["sts:AssumeRole"], Condition: {StringNotEquals: {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}}
            """),
        .document(
            "no way in", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: "*", Action: ["sts:TagSession"]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("open-trust", row) }
}
