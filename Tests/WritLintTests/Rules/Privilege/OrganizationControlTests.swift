import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct OrganizationControlTests {
    static let rows: [RuleRow] = [
        .document(
            "guardrails",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: [⟦"organizations:policies:detach"⟧]}
            """, messages: ["`organizations:policies:detach` controls the organization and its guardrails"],
            help: "leave it to the administrators of the organization"),
        .document(
            "leaving", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: [⟦"organizations:LeaveOrganization"⟧], Resource: ["*"]}
            """),
        .document(
            "looking", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: ["organizations:List*", "organizations:DescribePolicy"], Resource: ["*"]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("organization-control", row) }
}
