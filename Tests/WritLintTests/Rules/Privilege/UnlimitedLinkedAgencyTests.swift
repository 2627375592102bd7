import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct UnlimitedLinkedAgencyTests {
    static let rows: [RuleRow] = [
        .document(
            "for any service", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: [⟦"iam:CreateServiceLinkedRole"⟧], Resource: ["*"]}
            """, messages: ["`iam:CreateServiceLinkedRole` makes agencies of services on every resource"],
            help: "limit it to the service that is meant"),
        .document(
            "of Huawei Cloud",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: [⟦"iam:agencies:create*V5"⟧]}
            """),
        .document(
            "for one service", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: ["iam:CreateServiceLinkedRole"], Resource: ["arn:aws:iam::*:role/aws-service-role/rds.amazonaws.com/*"]}
            """),
        .document(
            "with a condition", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: ["iam:CreateServiceLinkedRole"], Resource: ["*"], Condition: {StringEquals: {"iam:AWSServiceName": ["rds.amazonaws.com"]}}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("unlimited-linked-agency", row) }
}
