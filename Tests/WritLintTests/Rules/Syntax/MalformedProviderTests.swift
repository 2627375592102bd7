import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct MalformedProviderTests {
    static let rows: [RuleRow] = [
        .document(
            "another word", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement: [{Effect: Allow, Principal: {Federated: ⟦"arn:aws:iam::123456789012:saml/corp"⟧}, Action: "sts:AssumeRoleWithSAML"}]
            """, messages: ["`arn:aws:iam::123456789012:saml/corp` is no identity provider"]),
        .document(
            "no name", in: .volcengine, kind: .trust,
            """
            Statement: [{Effect: Allow, Principal: {Federated: [⟦"trn:iam::2100000000:saml-provider/"⟧]}, Action: ["sts:AssumeRoleWithSAML"]}]
            """, help: "write `trn:iam::account:saml-provider/name`"),
        .document(
            "good ones", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: {Federated: "accounts.google.com"}, Action: "sts:AssumeRoleWithWebIdentity"}
              - {Effect: Allow, Principal: {Federated: "arn:aws:iam::123456789012:oidc-provider/ci.example.com"}, Action: "sts:AssumeRoleWithWebIdentity"}
            """),
        .document(
            "hosts and names of other things", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Principal:
                  Federated:
                    - ⟦"arn:aws:iam"⟧
                    - ⟦"arn:aws:sts::123456789012:saml-provider/corp"⟧
                    - ⟦"trn:aws:iam::123456789012:saml-provider/corp"⟧
                    - ⟦"arn:aws:iam:::saml-provider/corp"⟧
                    - ⟦"saml-provider/corp"⟧
                Action: "sts:AssumeRoleWithSAML"
            """),
        .document(
            "a host that AWS alone knows", in: .volcengine, kind: .trust,
            """
            Statement: [{Effect: Allow, Principal: {Federated: [⟦accounts.google.com⟧]}, Action: ["sts:AssumeRoleWithOIDC"]}]
            """),
        .file("another rule's", in: .aws, #"{"Statement": [{"Principal": {"Federated": ["x"]}}]}"#),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("malformed-provider", row) }
}
