import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct UnlimitedInfrastructureTests {
    static let rows: [RuleRow] = [
        .document(
            "networks",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: [⟦"vpc:*:create*"⟧]}
            """, messages: ["`vpc:*:create*` changes infrastructure on every resource"],
            help: "name the resources, or add a condition such as the project or a tag"),
        .document(
            "two entries are one finding", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: [⟦"ec2:RunInstances"⟧, "rds:DeleteDBInstance"], Resource: ["*"]}
            """,
            messages: [
                "`ec2:RunInstances` and 1 more of the statement change infrastructure on every resource"
            ]),
        .document(
            "only looking",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["vpc:*:get*"]}
            """),
        .document(
            "in one project",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["vpc:*:create*"], Condition: {StringEquals: {"g:EnterpriseProjectId": ["payments"]}}}
            """),
        .document(
            "another service",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["smn:topic:create"]}
            """),
        .document(
            "in one region", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: ["ec2:RunInstances"], Resource: ["arn:aws:ec2:eu-west-1:*:*"]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("unlimited-infrastructure", row) }
}
