import Testing
import WritDiagnostics
import WritManifest
import WritModel
import WritReport

/// What is wrong with identity providers.
@Suite("bad identity providers") struct BadProviderTests {
    private static func saml(_ rest: String) -> String {
        manifest(.identityProvider, "signIn: role\nsaml: {metadata: '\(sampleMetadata)'}\n" + rest)
    }

    private static func oidc(_ rest: String) -> String {
        manifest(
            .identityProvider, "signIn: role\noidc:\n  issuer: https://a.example\n  clientIds: [c]\n" + rest)
    }

    private static func mapping(_ text: String) -> String { saml("mappings:\n  - {\(text)}") }

    private static func metadata(_ lines: String) -> String {
        let block = lines.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
        return manifest(.identityProvider, "signIn: role\nsaml:\n  metadata: |\n\(block)")
    }

    static let rows = [
        BadInput(
            "no protocol", manifest(.identityProvider, "signIn: role").replacing("spec", with: "⟦spec⟧"),
            "schema.missing-field", "`IdentityProvider` has no `saml` and no `oidc`",
            help: "add one of the two"),
        BadInput(
            "both protocols", saml("⟦oidc⟧: {issuer: 'https://a.example', clientIds: [c]}"), "schema.one-of",
            "`saml` and `oidc` exclude each other", help: "declare another provider"),
        BadInput(
            "no way of signing in",
            manifest(.identityProvider, "saml: {metadata: '\(sampleMetadata)'}")
                .replacing("spec", with: "⟦spec⟧"), "schema.missing-field",
            "`IdentityProvider` has no `signIn`"),
        BadInput(
            "SAML without metadata", manifest(.identityProvider, "signIn: role\n⟦saml⟧: {}"),
            "schema.missing-field", "no `metadata` and no `metadataFile`", help: "add one of the two"),
        BadInput(
            "metadata twice",
            manifest(
                .identityProvider,
                "signIn: role\nsaml:\n  metadata: '\(sampleMetadata)'\n  ⟦metadataFile⟧: a.xml"),
            "schema.one-of", "exclude each other", help: "keep one"),
        BadInput(
            "OIDC without clients",
            manifest(.identityProvider, "signIn: role\n⟦oidc⟧: {issuer: 'https://a.example'}"),
            "schema.missing-field", "`oidc` has no `clientIds`"),
        BadInput(
            "another word", saml("").replacing("role", with: "⟦roles⟧"), "value.choice", "`roles` is none",
            help: "did you mean `role`?"),
        BadInput(
            "an issuer without TLS", oidc("").replacing("https://a.example", with: "⟦http://a.example⟧"),
            "value.format", "an `https` URL", help: "write `https://a.example`"),
        BadInput(
            "an issuer with a name before its host",
            oidc("").replacing("https://a.example", with: "⟦https://login@a.example⟧"), "value.format",
            "an `https` URL"),
        BadInput(
            "no client", oidc("").replacing("clientIds: [c]", with: "⟦clientIds⟧: []"), "value.empty",
            "`oidc.clientIds` is empty", help: "write one"),
        BadInput(
            "a thumbprint with colons", oidc("  thumbprints: [⟦\"\(colons)\"⟧]"), "value.format",
            "40 or 64 hexadecimal digits", help: "write `\(String(repeating: "ab", count: 20))`"),
        BadInput(
            "more thumbprints than five",
            oidc(
                "  ⟦thumbprints⟧: [\((1...6).map { String(repeating: "a\($0)", count: 20) }.joined(separator: ", "))]"
            ),
            "value.length", "6 items, more than 5"),
        BadInput(
            "one thumbprint in two cases",
            oidc(
                "  thumbprints: [\(String(repeating: "ab", count: 20)), ⟦\(String(repeating: "AB", count: 20))⟧]"
            ), "list.duplicate", "stands twice"),
        BadInput(
            "a part of a console login", oidc("  ⟦scopes⟧: [openid]"), "schema.missing-field",
            "`oidc` has `scopes` and no `authorizationEndpoint`, no `responseMode`", help: "all three"),
        BadInput(
            "scopes without openid",
            oidc(
                "  authorizationEndpoint: https://a.example\n  ⟦scopes⟧: [email]\n  responseMode: fragment"),
            "federation.scopes", "lacks `openid`", help: "add `openid`"),
        BadInput(
            "other logins off for federated users", saml("otherLogins: ⟦false⟧"), "federation.sign-in",
            "`otherLogins: false` needs `signIn: user`", help: "delete `otherLogins`"),
        BadInput(
            "mappings for users",
            saml("⟦mappings⟧: [{name: a, when: [{attribute: x}], user: x}]")
                .replacing("role", with: "user"), "federation.sign-in", "nobody becomes a federated user",
            help: "delete `mappings`"),
        BadInput(
            "a page instead of metadata", metadata("<⟦html⟧><body>Sign in</body></html>"),
            "federation.metadata", "its element is `html`", help: "a page for people"),
        BadInput(
            "metadata of something else", metadata("<⟦Descriptor⟧ entityID='x'/>"), "federation.metadata",
            "its element is `Descriptor`", help: "`EntityDescriptor`"),
        BadInput(
            "metadata of no namespace",
            metadata("<⟦EntityDescriptor⟧ entityID='x'><IDPSSODescriptor/></EntityDescriptor>"),
            "federation.metadata", "of another namespace", help: "urn:oasis:names:tc:SAML:2.0:metadata"),
        BadInput(
            "metadata without an entity",
            metadata("<EntityDescriptor \(namespace)><IDPSSODescriptor/></EntityDescriptor>")
                .replacing("metadata: |", with: "⟦metadata⟧: |"), "federation.metadata", "has an `entityID`"),
        BadInput(
            "metadata of a service",
            metadata("<EntityDescriptor \(namespace) entityID='x'><SPSSODescriptor/></EntityDescriptor>")
                .replacing("metadata: |", with: "⟦metadata⟧: |"), "federation.metadata",
            "describes no identity provider", help: "metadata of the directory"),
        BadInput(
            "metadata with a document type",
            metadata("⟦<!DOCTYPE⟧ x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>\n<x>&a;</x>"),
            "federation.metadata", "a document type is not read", help: "delete the `<!…>`"),
        BadInput(
            "an entity inside",
            metadata("<EntityDescriptor \(namespace) entityID='x'>⟦&a;⟧</EntityDescriptor>"),
            "federation.metadata", "`&a;` is no character of XML", help: "`&amp;`"),
        BadInput(
            "an entity in an attribute", metadata("<EntityDescriptor \(namespace) entityID='⟦&a;⟧'/>"),
            "federation.metadata", "`&a;` is no character of XML"),
        BadInput(
            "metadata that is cut off", metadata("<⟦EntityDescriptor⟧ \(namespace) entityID='x'>"),
            "federation.metadata", "`EntityDescriptor` is not closed", help: "whole"),
        BadInput(
            "tags that do not fit",
            metadata("<EntityDescriptor \(namespace) entityID='x'><A></⟦B⟧></EntityDescriptor>"),
            "federation.metadata", "`B` is closed and was not opened"),
        BadInput(
            "a tag that is none", metadata("⟦<EntityDescriptor⟧ entityID=x/>"), "federation.metadata",
            "is not well-formed"),
        BadInput(
            "text instead of metadata", metadata("⟦h⟧ttps://login.example.com/metadata"),
            "federation.metadata", "text stands outside", help: "download"),
        BadInput(
            "a private key in metadata",
            metadata("-----BEGIN PRIVATE KEY-----")
                .replacing(
                    "metadata: |\n      -----BEGIN PRIVATE KEY-----\n",
                    with: "metadata: ⟦|\n      -----BEGIN PRIVATE KEY-----\n⟧"),
            "secret.plaintext", "a private key"),
        BadInput(
            "a private key among signing keys",
            oidc(#"  signingKeys: ⟦'{"keys": [{"kty": "RSA", "n": "x", "d": "y"}]}'⟧"#), "secret.plaintext",
            "a private or shared key", help: "public keys alone"),
        BadInput(
            "a shared key", oidc(#"  signingKeys: ⟦'{"keys": [{"kty": "oct", "k": "y"}]}'⟧"#),
            "secret.plaintext", "a private or shared key"),
        BadInput(
            "a private key as a mapping", oidc("  signingKeys: ⟦{keys: [{kty: EC, x: x, d: y}]}⟧"),
            "secret.plaintext", "a private or shared key"),
        BadInput(
            "signing keys that are none", oidc("  signingKeys: ⟦'{}'⟧"), "federation.signing-keys",
            "no set of keys", help: "JSON Web Key Set"),
        BadInput(
            "no signing key", oidc(#"  signingKeys: ⟦'{"keys": []}'⟧"#), "federation.signing-keys",
            "is empty"),
        BadInput(
            "a key of no type", oidc(#"  signingKeys: ⟦'{"keys": [{"x": "y"}]}'⟧"#),
            "federation.signing-keys", "does not say its type"),
        BadInput(
            "a key of another type", oidc(#"  signingKeys: ⟦'{"keys": [{"kty": "DSA"}]}'⟧"#),
            "federation.signing-keys", "`DSA` is no type", help: "`RSA`"),
        BadInput(
            "a mapping to a group that is not there",
            saml("mappings:\n  - {name: a, when: [{attribute: x}], groups: [⟦enginers⟧]}")
                + "---\n" + manifest(.group, "", name: "engineers"), "ref.missing",
            "there is no `group/enginers`", help: "did you mean `engineers`?"),
        BadInput(
            "a mapping to a group that the directory names",
            mapping("name: a, when: [{attribute: x}], groups: [⟦'{0}'⟧]"), "federation.mapping",
            "lets the identity provider name any group", help: "one mapping for each value"),
        BadInput(
            "a mapping that gives nothing", mapping("⟦name⟧: a, when: [{attribute: x}]"),
            "federation.mapping", "gives neither a name nor a group", help: "add `groups`"),
        BadInput(
            "a mapping without conditions", mapping("⟦name⟧: a, user: x"), "schema.missing-field",
            "a mapping has no `when`"),
        BadInput(
            "a mapping with an empty list of conditions", mapping("name: a, ⟦when⟧: [], user: x"),
            "value.empty", "has no condition", help: "__NAMEID__"),
        BadInput(
            "a condition with both lists",
            mapping("name: a, user: x, when: [{attribute: x, anyOf: [a], ⟦noneOf⟧: [b]}]"),
            "schema.one-of", "exclude each other"),
        BadInput(
            "a condition with an empty list",
            mapping("name: a, user: x, when: [{attribute: x, ⟦anyOf⟧: []}]"), "value.empty", "is empty",
            help: "delete the key"),
        BadInput(
            "a value twice", mapping("name: a, user: x, when: [{attribute: x, anyOf: [a, A, ⟦a⟧]}]"),
            "list.duplicate", "`a` stands twice"),
        BadInput(
            "expressions without values",
            mapping("name: a, user: x, when: [{attribute: x, ⟦regex⟧: true}]"), "federation.mapping",
            "there are none", help: "add `anyOf`"),
        BadInput(
            "a misspelt condition", mapping("name: a, user: x, when: [{attribute: x, ⟦anyof⟧: [a]}]"),
            "schema.unknown-field", "a condition has no field `anyof`", help: "did you mean `anyOf`?"),
        BadInput(
            "a placeholder too many",
            mapping("name: a, when: [{attribute: x}, {attribute: b, anyOf: [z]}], user: ⟦'{1}'⟧"),
            "federation.mapping", "`{1}` stands for no condition", help: "there is 1 such condition"),
        BadInput(
            "a brace that opens nothing", mapping("name: a, when: [{attribute: x}], user: ⟦'{x}'⟧"),
            "federation.mapping", "opens no placeholder", help: "`{0}`"),
        BadInput(
            "two mappings of one name",
            saml(
                "mappings: [{name: a, when: [{attribute: x}], user: x}, ⟦{name: a, when: [{attribute: x}], user: x}⟧]"
            ),
            "list.duplicate", "`a` stands twice"),
        BadInput(
            "a file that is no metadata",
            manifest(.identityProvider, "signIn: role\nsaml: {metadataFile: ⟦a.json⟧}"),
            "federation.file", "another sort of file", help: "`.xml`"),
        BadInput(
            "a file outside of the commit",
            manifest(.identityProvider, "signIn: role\nsaml: {metadataFile: ⟦../../a.xml⟧}"),
            "federation.file", "does not lead to a file", help: "stays in the repository"),
        BadInput(
            "a file that is not there",
            manifest(.identityProvider, "signIn: role\nsaml: {metadataFile: ⟦a.xml⟧}"), "federation.file",
            "there is no file `a.xml`"),
        BadInput(
            "null", saml("mappings: ⟦null⟧"), "type.null", "`mappings` has no value", help: "write `[]`"),
    ]

    private static let namespace = #"xmlns="urn:oasis:names:tc:SAML:2.0:metadata""#
    private static let colons = (1...20).map { _ in "AB" }.joined(separator: ":")

    @Test(arguments: rows) func `is reported once, with its place and a way out`(_ row: BadInput) {
        row.verify()
    }

    @Test func `a private key in metadata is not repeated`() {
        let text = Self.metadata("-----BEGIN PRIVATE KEY-----\nMIIEvgIBADANBg")
        let bytes = Array(text.utf8)
        let found = decode(["m.yaml": bytes]).diagnostics
        let shown = render(found, sources: { SourceText(path: $0, bytes: bytes) }, style: .plain)
        #expect(found.map(\.code) == ["secret.plaintext"])
        #expect(!shown.contains("MIIEvg"))
    }
}
