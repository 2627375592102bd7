extension KindSchema {
    /// A directory whose people sign in here.
    ///
    /// The limits hold what any vendor takes: Huawei Cloud's federation and its version 5, Volcengine's providers.
    static let identityProvider = KindSchema(
        kind: .identityProvider,
        fields: [
            description,
            FieldSchema(
                field: .enabled, type: .boolean, summary: "Whether people can sign in through the provider."),
            FieldSchema(
                field: .signIn, type: .word(["role", "user"]),
                summary:
                    "As whom people sign in: `role` as federated users of the groups that mappings give them, `user` as an existing user."
            ),
            FieldSchema(
                field: .otherLogins, type: .boolean,
                summary: "Whether users can log in in other ways too; `false` only with `signIn: user`."),
            FieldSchema(
                field: .samlMetadata, type: .metadata,
                summary: "The provider's SAML 2.0 metadata, the XML it publishes about itself."),
            FieldSchema(
                field: .oidcIssuer, type: .text(limit: 255, .url),
                summary: "The issuer that the provider's tokens name."),
            FieldSchema(
                field: .oidcClientIDs, type: .texts(limit: 255, .token, count: 1...100),
                summary: "The clients at the provider whose tokens are taken."),
            FieldSchema(
                field: .oidcThumbprints, type: .texts(limit: 64, .thumbprint, count: 0...5),
                summary: "The digests of the certificates that the provider's keys are fetched under."),
            FieldSchema(
                field: .oidcAuthorizationEndpoint, type: .text(limit: 255, .url),
                summary: "Where people log in for the console."),
            FieldSchema(
                field: .oidcScopes, type: .texts(limit: 64, .token, count: 1...10),
                summary: "What is asked of the provider at a console login; `openid` is among it."),
            FieldSchema(
                field: .oidcResponseMode, type: .word(["fragment", "form_post"]),
                summary: "How the provider answers a console login."),
            FieldSchema(
                field: .oidcSigningKeys, type: .signingKeys,
                summary: "The public keys that the provider signs tokens with, a JSON Web Key Set."),
            FieldSchema(
                field: .mappings, type: .mappings,
                summary: "Which people get the access of which groups."),
        ],
        edgeLists: [])
}
