import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct ShadowedAllowTests {
    static let rows: [RuleRow] = [
        .document(
            "a wider Deny",
            """
            Version: "1.1"
            Statement:
              - {Effect: ⟦Allow⟧, Action: ["obs:object:GetObject"]}
              - {Effect: Deny, Action: ["obs:*:*"]}
            """, messages: ["statement 2 denies all that this one allows"],
            help: "narrow the Deny, or take the Allow out",
            fixed: """
                Version: "1.1"
                Statement:
                  - {Effect: Deny, Action: ["obs:*:*"]}
                """, applicability: .unsafe),
        .document(
            "two Denies together",
            """
            Version: "1.1"
            Statement:
              - {Effect: ⟦Allow⟧, Action: ["obs:object:GetObject"]}
              - {Effect: Deny, Action: ["obs:*:*"], Condition: {Bool: {"g:MFAPresent": ["true"]}}}
              - {Effect: Deny, Action: ["obs:*:*"], Condition: {BoolIfExists: {"g:MFAPresent": ["false"]}}}
            """, messages: ["the Denies of the document refuse all that this statement allows"]),
        .document(
            "a Deny of a part",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["obs:object:*"]}
              - {Effect: Deny, Action: ["obs:object:Delete*"]}
            """),
        .document(
            "an Allow beside another one",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["obs:object:GetObject"]}
              - {Effect: Allow, Action: ["obs:*:*"]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("shadowed-allow", row) }
}
