import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct UnlimitedCredentialsTests {
    static let rows: [RuleRow] = [
        .document(
            "keys of anybody",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: [⟦"iam:credentials:createCredential"⟧], Resource: ["*"]}
            """, messages: ["`iam:credentials:createCredential` hands out credentials on every resource"],
            help: "name the users or resources whose credentials are meant"),
        .document(
            "of every user of AWS", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: [⟦"iam:CreateAccessKey"⟧], Resource: ["arn:aws:iam::*:user/*"]}
            """),
        .document(
            "of oneself", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: ["iam:CreateAccessKey"], Resource: ["arn:aws:iam::*:user/${aws:username}"]}
            """),
        .document(
            "looking at keys", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: ["iam:ListAccessKeys"], Resource: ["*"]}
            """),
        .document(
            "each action once", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: [⟦"iam:Create*Key"⟧, "iam:CreateAccessKey", ⟦"iam:UpdateAccess*"⟧], Resource: ["*"]}
            """,
            messages: [
                "`iam:Create*Key` hands out credentials on every resource: `iam:CreateAccessKey`",
                "`iam:UpdateAccess*` hands out credentials on every resource: `iam:UpdateAccessKey`",
            ]),
        .document(
            "what one statement leaves open another allows",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: [⟦"iam:credentials:createCredentia?"⟧], Resource: ["*"]}
              - {Effect: Allow, Action: [⟦"iam:credentials:createCredential"⟧], Resource: ["*"]}
            """),
        .document(
            "what nobody knows is no finding",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["iam:credentials:createCredentia?"], Resource: ["*"]}
            """),
        .document(
            "by a wildcard in the service", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: [⟦"*:CreateAccessKey"⟧, ⟦"st?:GetSession*"⟧], Resource: ["*"]}
            """),
        .document(
            "what a Deny leaves", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: [⟦"iam:*AccessKey"⟧], Resource: ["*"]}
              - {Effect: Deny, Action: ["iam:CreateAccessKey"], Resource: ["*"]}
            """, messages: ["`iam:*AccessKey` hands out credentials on every resource: `iam:UpdateAccessKey`"]
        ),
        .document(
            "Volcengine subtracts", in: .volcengine,
            """
            Statement:
              - {Effect: Allow, Action: ["iam:*AccessKey"], NotAction: ["iam:Create*", "iam:Update*"], Resource: ["*"]}
            """),
        .file(
            "a resource policy", in: .aws, kind: .resource,
            """
            {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "0123456789"}, "Action": "iam:CreateAccessKey", "Resource": "*"}]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("unlimited-credentials", row) }
}
