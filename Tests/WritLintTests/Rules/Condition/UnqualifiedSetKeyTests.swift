import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct UnqualifiedSetKeyTests {
    static let rows: [RuleRow] = [
        .document(
            "tag keys",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {⟦StringEquals⟧: {"g:TagKeys": ["team"]}}
            """, messages: ["`g:TagKeys` has several values, and `StringEquals` is about one"],
            fixed: """
                Version: "5.0"
                Statement:
                  - Effect: Allow
                    Action: ["ecs:servers:get"]
                    Condition: {ForAnyValue:StringEquals: {"g:TagKeys": ["team"]}}
                """, applicability: .unsafe),
        .document(
            "paths of an organization", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {⟦StringLikeIfExists⟧: {"aws:PrincipalOrgPaths": "o-abc/*"}}
            """),
        .document(
            "with a qualifier", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {"ForAnyValue:StringLike": {"aws:PrincipalOrgPaths": "o-abc/*"}}
            """),
        .document(
            "whether it is there", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {"Null": {"aws:TagKeys": "false"}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("unqualified-set-key", row) }
}
