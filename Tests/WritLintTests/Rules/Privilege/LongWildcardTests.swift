import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct LongWildcardTests {
    static let rows: [RuleRow] = [
        .document(
            "a resource",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["obs:object:GetObject"], Resource: [⟦"*:*:*:*:*"⟧]}
            """, messages: ["`*:*:*:*:*` matches everything, as `*` does"], help: "write `*`",
            fixed: """
                Version: "1.1"
                Statement:
                  - {Effect: Allow, Action: ["obs:object:GetObject"], Resource: ["*"]}
                """),
        .document(
            "an action of AWS", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: [⟦"*:*"⟧], Resource: ["*"]}
            """,
            fixed: """
                Version: "2012-10-17"
                Statement:
                  - {Effect: Allow, Action: ["*"], Resource: ["*"]}
                """),
        .document(
            "two stars", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: [⟦"**"⟧], Resource: ["*"]}
            """,
            fixed: """
                Version: "2012-10-17"
                Statement:
                  - {Effect: Allow, Action: ["*"], Resource: ["*"]}
                """),
        .document(
            "an action of Huawei Cloud",
            """
            Version: "1.1"
            Statement:
              - {Effect: Deny, Action: [⟦"*:*"⟧]}
            """,
            fixed: """
                Version: "1.1"
                Statement:
                  - {Effect: Deny, Action: ["*:*:*"]}
                """),
        .document(
            "the usual spelling",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["*:*:*"], Resource: ["*"]}
            """),
        .document(
            "the usual spelling of JD Cloud", in: .jd,
            """
            Version: "3"
            Statement:
              - {Effect: Allow, Action: ["*:*"], Resource: ["*"]}
            """),
        .document(
            "a resource with a limit",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["obs:object:GetObject"], Resource: ["obs:*:*:*:*"]}
            """),
        .document(
            "a resource that is left out", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Deny, Action: ["s3:*"], NotResource: [⟦"*:*:*:*:*:*"⟧]}
            """,
            fixed: """
                Version: "2012-10-17"
                Statement:
                  - {Effect: Deny, Action: ["s3:*"], NotResource: ["*"]}
                """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("long-wildcard", row) }
}
