import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct ForeignNameTests {
    static let rows: [RuleRow] = [
        .document(
            "actions have another shape, resources another name", in: .aws,
            """
            Version: "2012-10-17"
            Statement: {Effect: Allow, Action: ⟦"s3:GetObject"⟧, Resource: ⟦"arn:aws:s3:::logs/*"⟧}
            """,
            messages: [
                "`s3:GetObject` has 2 segments, actions of huawei-5.0 have 3",
                "`arn:aws:s3:::logs/*` is a name of aws",
            ], options: ["dialects": .texts(["huawei-5.0"])]),
        .document(
            "everything on everything", in: .aws,
            """
            Version: "2012-10-17"
            Statement: {Effect: Allow, Action: "*", Resource: "*"}
            """, options: ["dialects": .texts(["huawei-5.0"])]),
        .document(
            "nowhere to go", in: .aws,
            """
            Version: "2012-10-17"
            Statement: {Effect: Allow, Action: "s3:GetObject", Resource: "*"}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("foreign-name", row) }
}
