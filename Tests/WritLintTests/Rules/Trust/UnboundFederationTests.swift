import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct UnboundFederationTests {
    static let rows: [RuleRow] = [
        .document(
            "any token", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: {Federated: ⟦"arn:aws:iam::0123456789:oidc-provider/token.actions.githubusercontent.com"⟧}, Action: ["sts:AssumeRoleWithWebIdentity"]}
            """,
            messages: [
                "`arn:aws:iam::0123456789:oidc-provider/token.actions.githubusercontent.com` is let in without a condition on `aud` and `sub`"
            ], help: "add conditions on the token's `aud` and `sub`"),
        .document(
            "any user", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: {Federated: ⟦"arn:aws:iam::0123456789:oidc-provider/token.actions.githubusercontent.com"⟧}, Action: ["sts:AssumeRoleWithWebIdentity"], Condition: {StringEquals: {"token.actions.githubusercontent.com:aud": "sts.amazonaws.com"}}}
            """,
            messages: [
                "`arn:aws:iam::0123456789:oidc-provider/token.actions.githubusercontent.com` is let in without a condition on `sub`"
            ]),
        .document(
            "every branch", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: {Federated: ⟦"arn:aws:iam::0123456789:oidc-provider/token.actions.githubusercontent.com"⟧}, Action: ["sts:AssumeRoleWithWebIdentity"], Condition: {StringEquals: {"token.actions.githubusercontent.com:aud": "sts.amazonaws.com"}, StringLike: {"token.actions.githubusercontent.com:sub": "repo:meridian/ledger:*"}}}
            """, messages: ["`repo:meridian/ledger:*` lets in builds of every branch"],
            help: "name the repository and the branch or environment"),
        .document(
            "every repository", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: {Federated: ⟦"arn:aws:iam::0123456789:oidc-provider/token.actions.githubusercontent.com"⟧}, Action: ["sts:AssumeRoleWithWebIdentity"], Condition: {StringEquals: {"token.actions.githubusercontent.com:aud": "sts.amazonaws.com"}, StringLike: {"token.actions.githubusercontent.com:sub": "repo:*"}}}
            """, messages: ["`repo:*` lets in builds of every repository"]),
        .document(
            "several repositories", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: {Federated: ⟦"arn:aws:iam::0123456789:oidc-provider/token.actions.githubusercontent.com"⟧}, Action: ["sts:AssumeRoleWithWebIdentity"], Condition: {StringEquals: {"token.actions.githubusercontent.com:aud": "sts.amazonaws.com"}, StringLike: {"token.actions.githubusercontent.com:sub": "repo:meridian/*"}}}
            """, messages: ["`repo:meridian/*` lets in builds of several repositories"]),
        .document(
            "one branch", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: {Federated: "arn:aws:iam::0123456789:oidc-provider/token.actions.githubusercontent.com"}, Action: ["sts:AssumeRoleWithWebIdentity"], Condition: {StringEquals: {"token.actions.githubusercontent.com:aud": "sts.amazonaws.com", "token.actions.githubusercontent.com:sub": "repo:meridian/ledger:ref:refs/heads/main"}}}
            """),
        .document(
            "branches of a release", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: {Federated: "arn:aws:iam::0123456789:oidc-provider/token.actions.githubusercontent.com"}, Action: ["sts:AssumeRoleWithWebIdentity"], Condition: {StringEquals: {"token.actions.githubusercontent.com:aud": "sts.amazonaws.com"}, StringLike: {"token.actions.githubusercontent.com:sub": "repo:meridian/ledger:ref:refs/heads/release-*"}}}
            """),
        .document(
            "SAML with its audience", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: {Federated: "arn:aws:iam::0123456789:saml-provider/office"}, Action: ["sts:AssumeRoleWithSAML"], Condition: {StringEquals: {"SAML:aud": "https://signin.aws.amazon.com/saml"}}}
            """),
        .document(
            "of Huawei Cloud", kind: .trust,
            """
            Version: "5.0"
            Statement:
              - {Effect: Allow, Principal: {Federated: [⟦"iam::0123456789:oidc-provider:office"⟧]}, Action: ["sts:agencies:assumeWithOIDC"], Condition: {StringEquals: {"oidc:aud": ["writ"]}}}
            """, messages: ["`iam::0123456789:oidc-provider:office` is let in without a condition on `sub`"]),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("unbound-federation", row) }
}
