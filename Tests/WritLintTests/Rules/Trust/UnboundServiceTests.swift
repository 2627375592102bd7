import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct UnboundServiceTests {
    static let rows: [RuleRow] = [
        .document(
            "a service that acts for others", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: {Service: [⟦"cloudtrail.amazonaws.com"⟧]}, Action: ["sts:AssumeRole"]}
            """, messages: ["the service `cloudtrail.amazonaws.com` is let in for whatever resource it acts"],
            help: "add a condition on `aws:SourceAccount` or `aws:SourceArn`"),
        .document(
            "of Huawei Cloud", kind: .trust,
            """
            Version: "5.0"
            Statement:
              - {Effect: Allow, Principal: {Service: [⟦"service.Config"⟧]}, Action: ["sts:agencies:assume"]}
            """, help: "add a condition on `g:SourceAccount` or `g:SourceUrn`"),
        .file(
            "of a queue", in: .aws, kind: .resource,
            """
            {"Statement": [{"Effect": "Allow", "Principal": {"Service": ⟦"sns.amazonaws.com"⟧}, "Action": "sqs:SendMessage", "Resource": "*"}]}
            """),
        .document(
            "for the own account", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: {Service: "cloudtrail.amazonaws.com"}, Action: ["sts:AssumeRole"], Condition: {StringEquals: {"aws:SourceAccount": "0123456789"}}}
            """),
        .document(
            "machines of the account", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: {Service: "ec2.amazonaws.com"}, Action: ["sts:AssumeRole"]}
            """),
        .document(
            "a list of the site", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: {Service: [⟦"ec2.amazonaws.com"⟧, "backup.amazonaws.com"]}, Action: ["sts:AssumeRole"]}
            """, options: ["services": .texts(["backup.amazonaws.com"])]),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("unbound-service", row) }
}
