import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct UnsortedListTests {
    static let rows: [RuleRow] = [
        .document(
            "actions and resources",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action:
                  - obs:object:PutObject
                  - ⟦obs:object:GetObject⟧
                Resource: ["obs:*:*:object:b/*", ⟦"obs:*:*:object:a/*"⟧]
            """,
            messages: [
                "`obs:object:GetObject` stands behind `obs:object:PutObject`",
                "`obs:*:*:object:a/*` stands behind `obs:*:*:object:b/*`",
            ], help: "sort `Action`",
            fixed: """
                Version: "5.0"
                Statement:
                  - Effect: Allow
                    Action:
                      - obs:object:GetObject
                      - obs:object:PutObject
                    Resource: ["obs:*:*:object:a/*", "obs:*:*:object:b/*"]
                """, applicability: .unsafe),
        .document(
            "sorted",
            """
            Version: "5.0"
            Statement: [{Effect: Allow, Action: ["obs:object:GetObject", "obs:object:PutObject"]}]
            """),
        .file("something else than a text", #"{"Statement": [{"Action": ["b", 1, "a"]}]}"#),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("unsorted-list", row) }
}
