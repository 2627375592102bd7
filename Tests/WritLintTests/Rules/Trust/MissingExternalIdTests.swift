import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct MissingExternalIdTests {
    static let rows: [RuleRow] = [
        .document(
            "another account", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: {AWS: ⟦"arn:aws:iam::210987654321:root"⟧}, Action: ["sts:AssumeRole"]}
            """, messages: ["the account `210987654321` may assume agency/subject without an external id"],
            help: "add a condition on `sts:ExternalId`, or on the caller's name"),
        .document(
            "of Huawei Cloud", kind: .trust,
            """
            Version: "5.0"
            Statement:
              - {Effect: Allow, Principal: {IAM: [⟦"0f3c1a7e9d2b4c58a6e1b7d905c4f832"⟧]}, Action: ["sts:agencies:assume"]}
            """),
        .document(
            "with an id", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: {AWS: "210987654321"}, Action: ["sts:AssumeRole"], Condition: {StringEquals: {"sts:ExternalId": "8e1d5c0a-6f7b"}}}
            """),
        .document(
            "any id will do", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: {AWS: ⟦"210987654321"⟧}, Action: ["sts:AssumeRole"], Condition: {StringLike: {"sts:ExternalId": "*"}}}
            """),
        .document(
            "one caller", kind: .trust,
            """
            Version: "5.0"
            Statement:
              - {Effect: Allow, Principal: {IAM: ["0f3c1a7e9d2b4c58a6e1b7d905c4f832"]}, Action: ["sts:agencies:assume"], Condition: {StringEquals: {"g:PrincipalUrn": ["iam::0f3c:user:ann"]}}}
            """),
        .document(
            "but one caller", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: {AWS: ⟦"210987654321"⟧}, Action: ["sts:AssumeRole"], Condition: {StringNotEquals: {"aws:PrincipalArn": "arn:aws:iam::210987654321:role/guest"}}}
            """),
        .document(
            "another account of the site", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: {AWS: "210987654321"}, Action: ["sts:AssumeRole"]}
            """, options: ["ownAccounts": .texts(["210987654321"])]),
        .document(
            "the own account", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: {AWS: "arn:aws:iam::0123456789:root"}, Action: ["sts:AssumeRole"]}
            """),
        .document(
            "any account is another rule", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: {AWS: "arn:aws:iam::*:role/deploy"}, Action: ["sts:AssumeRole"]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("missing-external-id", row) }
}
