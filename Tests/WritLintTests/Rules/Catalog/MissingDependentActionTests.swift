import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct MissingDependentActionTests {
    static let rows: [RuleRow] = [
        .document(
            "not allowed", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: [⟦"aiops:DeleteInvestigation"⟧]
                Resource: "*"
            """,
            messages: [
                "`aiops:DeleteInvestigation` needs `sts:SetContext`, which the document does not allow"
            ]),
        .document(
            "allowed by a pattern", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: ["aiops:DeleteInvestigation", "sts:Set*"]
                Resource: "*"
            """),
        .document(
            "in some cases alone", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: ["access-analyzer:StartPolicyGeneration"]
                Resource: "*"
            """),
        .document(
            "asked for all the same", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: [⟦"access-analyzer:StartPolicyGeneration"⟧]
                Resource: "*"
            """, options: ["except": .texts([])]),
        .document(
            "a Deny", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Deny
                Action: ["aiops:DeleteInvestigation"]
                Resource: "*"
            """),
        .document(
            "twice, said once", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: [⟦"aiops:DeleteInvestigation"⟧, "aiops:deleteInvestigation"]
                Resource: "*"
            """),
        .document(
            "a trust policy", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement: [{Effect: Allow, Principal: {AWS: "*"}, Action: ["aiops:DeleteInvestigation"]}]
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("missing-dependent-action", row) }
}
