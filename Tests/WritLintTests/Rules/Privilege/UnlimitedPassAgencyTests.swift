import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct UnlimitedPassAgencyTests {
    static let rows: [RuleRow] = [
        .document(
            "every agency",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: [⟦"iam:agencies:pass"⟧], Resource: ["*"]}
            """, messages: ["`iam:agencies:pass` hands over agencies on every resource"],
            help: "name the agencies, and the service with a condition where the vendor has a key for it"),
        .document(
            "every role, in full", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: [⟦"iam:PassRole"⟧], Resource: ["arn:aws:iam::*:role/*"]}
            """),
        .document(
            "all but one", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: ["iam:PassRole"], ⟦NotResource⟧: ["arn:aws:iam::*:role/admin"]}
            """, messages: ["`iam:PassRole` hands over agencies on every resource but some"]),
        .document(
            "not excluded", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, ⟦NotAction⟧: ["s3:*"], Resource: ["*"]}
            """, messages: ["`NotAction` leaves `iam:PassRole`, which hands over agencies on every resource"]),
        .document(
            "one agency",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["iam:agencies:pass"], Resource: ["iam::*:agency:batch"]}
            """),
        .document(
            "excluded", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, NotAction: ["iam:*"], Resource: ["*"]}
            """),
        .document(
            "denied beside it", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, NotAction: ["s3:*"], Resource: ["*"]}
              - {Effect: Deny, Action: ["iam:PassRole"], Resource: ["*"]}
            """),
        .document(
            "to one service", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: ["iam:PassRole"], Resource: ["*"], Condition: {StringEquals: {"iam:PassedToService": ["ec2.amazonaws.com"]}}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("unlimited-pass-agency", row) }
}
