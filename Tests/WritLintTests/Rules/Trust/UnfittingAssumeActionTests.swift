import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct UnfittingAssumeActionTests {
    static let rows: [RuleRow] = [
        .document(
            "a token for an account", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: {AWS: "0123456789"}, Action: [⟦"sts:AssumeRoleWithSAML"⟧]}
            """,
            messages: [
                "`sts:AssumeRoleWithSAML` is no way in for accounts and services, whom the statement names"
            ], help: "write `sts:AssumeRole`"),
        .document(
            "no token for a provider", kind: .trust,
            """
            Version: "5.0"
            Statement:
              - {Effect: Allow, Principal: {Federated: ["iam::0123456789:oidc-provider:office"]}, Action: [⟦"sts:agencies:assume"⟧]}
            """,
            messages: [
                "`sts:agencies:assume` is no way in for an identity provider, whom the statement names"
            ], help: "write `sts:agencies:assumeWithOIDC`"),
        .document(
            "each has a way", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: {AWS: "0123456789", Federated: "arn:aws:iam::0123456789:saml-provider/office"}, Action: ["sts:AssumeRole", "sts:AssumeRoleWithSAML"]}
            """),
        .document(
            "tags go with any", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: {AWS: "0123456789"}, Action: ["sts:AssumeRole", "sts:TagSession"]}
            """),
        .document(
            "a pattern", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: {AWS: "0123456789"}, Action: ["sts:*"]}
            """),
        .document(
            "everybody", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: "*", Action: ["sts:AssumeRoleWithSAML"]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("unfitting-assume-action", row) }
}
