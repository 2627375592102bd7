import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct AuditTrailControlTests {
    static let rows: [RuleRow] = [
        .document(
            "trackers",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: [⟦"cts:tracker:delete"⟧]}
            """, messages: ["`cts:tracker:delete` can stop or erase the audit trail"],
            help: "leave it to the administrators of the audit trail"),
        .document(
            "of AWS", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: ["cloudtrail:LookupEvents", ⟦"cloudtrail:Stop*"⟧], Resource: ["*"]}
            """),
        .document(
            "looking at them",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["cts:tracker:list"]}
            """),
        .document(
            "denied again",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["cts:tracker:*"]}
              - {Effect: Deny, Action: ["cts:*:*"]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("audit-trail-control", row) }
}
