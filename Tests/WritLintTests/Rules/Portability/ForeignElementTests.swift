import Testing
import WritDiagnostics
import WritLint
import WritModel
import WritPolicy

@Suite struct ForeignElementTests {
    static let rows: [RuleRow] = [
        .document(
            "JD Cloud has no `NotAction`", in: .aws,
            """
            Version: "2012-10-17"
            Statement: {Effect: Deny, ⟦NotAction⟧: "s3:*", Resource: "*"}
            """,
            messages: [
                "jd has no `NotAction`"
            ], help: "list what the statement is about", options: ["dialects": .texts(["jd"])]),
        .document(
            "a Sid is only left out", in: .aws,
            """
            Version: "2012-10-17"
            Statement: {⟦Sid⟧: Read, Effect: Allow, Action: "s3:GetObject", Resource: "*"}
            """, options: ["dialects": .texts(["volcengine"])], severity: .info),
        .document(
            "another cloud has it", in: .aws,
            """
            Version: "2012-10-17"
            Statement: {Effect: Deny, NotAction: "s3:*", Resource: "*"}
            """, options: ["dialects": .texts(["volcengine"])]),
        .document(
            "nowhere to go", in: .aws,
            """
            Version: "2012-10-17"
            Statement: {Effect: Deny, NotAction: "s3:*", Resource: "*"}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("foreign-element", row) }
}
