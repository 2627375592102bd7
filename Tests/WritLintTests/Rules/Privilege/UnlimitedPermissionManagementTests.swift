import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct UnlimitedPermissionManagementTests {
    static let rows: [RuleRow] = [
        .document(
            "versions of every policy",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: [⟦"iam:policies:*"⟧], Resource: ["*"]}
            """,
            messages: [
                "`iam:policies:*` changes permissions on every resource: `iam:policies:createV5`, `iam:policies:createVersionV5` and 3 more"
            ], help: "limit it to the resources that are meant, or leave it to the administrators"),
        .document(
            "one action of AWS", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: [⟦"iam:AttachUserPolicy"⟧], Resource: ["*"]}
            """, messages: ["`iam:AttachUserPolicy` changes permissions on every resource"]),
        .document(
            "of JD Cloud", in: .jd,
            """
            Version: "3"
            Statement:
              - {Effect: Allow, Action: [⟦"iam:attachSubUserPolicy"⟧], Resource: ["*"]}
            """),
        .document(
            "of Volcengine, every policy", in: .volcengine,
            """
            Statement:
              - {Effect: Allow, Action: [⟦"iam:UpdatePolicy"⟧], Resource: ["trn:iam::*:policy/*"]}
            """),
        .document(
            "under a path", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: ["iam:CreatePolicyVersion"], Resource: ["arn:aws:iam::*:policy/teams/*"]}
            """),
        .document(
            "denied again", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: ["iam:AttachUserPolicy"], Resource: ["*"]}
              - {Effect: Deny, Action: ["iam:Attach*"], Resource: ["*"]}
            """),
        .document(
            "only looking", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: ["iam:List*", "iam:GetPolicy"], Resource: ["*"]}
            """),
        .document(
            "the whole service is another rule", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: ["iam:*"], Resource: ["*"]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("unlimited-permission-management", row) }
}
