import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct ForeignKeyTests {
    static let rows: [RuleRow] = [
        .document(
            "a key of one cloud", in: .aws,
            """
            Version: "2012-10-17"
            Statement: {Effect: Allow, Action: "s3:*", Resource: "*", Condition: {StringEquals: {⟦"aws:PrincipalOrgID"⟧: "o-1"}}}
            """,
            messages: [
                "`aws:PrincipalOrgID` has no counterpart in huawei-5.0"
            ], options: ["dialects": .texts(["huawei-5.0"])]),
        .document(
            "a key of the newer generation",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:*:*"]
                Condition: {StringEquals: {⟦"g:EnterpriseProjectId"⟧: ["0"]}}
            """, options: ["dialects": .texts(["huawei-1.1"])]),
        .document(
            "a key that both have", in: .aws,
            """
            Version: "2012-10-17"
            Statement: {Effect: Allow, Action: "s3:*", Resource: "*", Condition: {StringEquals: {"aws:username": "ann"}}}
            """, options: ["dialects": .texts(["volcengine"])]),
        .document(
            "nowhere to go", in: .aws,
            """
            Version: "2012-10-17"
            Statement: {Effect: Allow, Action: "s3:*", Resource: "*", Condition: {StringEquals: {"aws:PrincipalOrgID": "o-1"}}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("foreign-key", row) }
}
