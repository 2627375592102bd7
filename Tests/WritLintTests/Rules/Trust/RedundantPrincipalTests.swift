import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct RedundantPrincipalTests {
    static let rows: [RuleRow] = [
        .document(
            "an account and its user", in: .volcengine, kind: .trust,
            """
            Statement:
              - {Effect: Allow, Principal: {IAM: ["trn:iam::0123456789:root", ⟦"trn:iam::0123456789:user/ann"⟧]}, Action: ["sts:AssumeRole"]}
            """, messages: ["`trn:iam::0123456789:root` includes `trn:iam::0123456789:user/ann`"],
            help: "take it out",
            fixed: """
                Statement:
                  - {Effect: Allow, Principal: {IAM: ["trn:iam::0123456789:root"]}, Action: ["sts:AssumeRole"]}
                """),
        .document(
            "twice", in: .volcengine, kind: .trust,
            """
            Statement:
              - {Effect: Allow, Principal: {IAM: ["trn:iam::0123456789:user/ann", ⟦"trn:iam::0123456789:user/ann"⟧]}, Action: ["sts:AssumeRole"]}
            """,
            fixed: """
                Statement:
                  - {Effect: Allow, Principal: {IAM: ["trn:iam::0123456789:user/ann"]}, Action: ["sts:AssumeRole"]}
                """),
        .document(
            "everybody and a service", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: {AWS: "*", Service: ⟦"ec2.amazonaws.com"⟧}, Action: ["sts:AssumeRole"]}
            """),
        .document(
            "AWS asks less of a user that is named", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: {AWS: ["0123456789", "arn:aws:iam::0123456789:user/ann"]}, Action: ["sts:AssumeRole"]}
            """),
        .document(
            "of another account", in: .volcengine, kind: .trust,
            """
            Statement:
              - {Effect: Allow, Principal: {IAM: ["trn:iam::0123456789:root", "trn:iam::2100000000:user/ann"]}, Action: ["sts:AssumeRole"]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("redundant-principal", row) }
}
