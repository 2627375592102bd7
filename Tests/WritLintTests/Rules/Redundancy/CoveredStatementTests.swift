import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct CoveredStatementTests {
    static let rows: [RuleRow] = [
        .document(
            "a wider statement",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["obs:*:*"]}
              - {Effect: ⟦Allow⟧, Action: ["obs:object:GetObject"]}
            """, messages: ["statement 1 allows all that this one does"],
            help: "take the statement out, or narrow what covers it",
            fixed: """
                Version: "1.1"
                Statement:
                  - {Effect: Allow, Action: ["obs:*:*"]}
                """, applicability: .unsafe),
        .document(
            "of two that say the same the first stays", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Sid: Read, Effect: Allow, Action: s3:GetObject, Resource: "*"}
              - {Sid: Look, Effect: ⟦Allow⟧, Action: s3:getobject, Resource: "*"}
            """, messages: ["statement `Read` allows all that this one does"]),
        .document(
            "two others together",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["obs:object:*"]}
              - {Effect: Allow, Action: ["obs:bucket:*"]}
              - {Effect: ⟦Allow⟧, Action: ["obs:object:GetObject", "obs:bucket:ListBucket"]}
            """, messages: ["the other statements together allow all that this one does"]),
        .document(
            "the wider one has a condition",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["obs:*:*"], Condition: {Bool: {"g:MFAPresent": ["true"]}}}
              - {Effect: Allow, Action: ["obs:object:GetObject"]}
            """),
        .document(
            "a Deny beside it",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["obs:*:*"]}
              - {Effect: Deny, Action: ["obs:object:GetObject"]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("covered-statement", row) }
}
