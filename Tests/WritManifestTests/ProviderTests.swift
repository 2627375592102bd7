import Testing
import WritDiagnostics
import WritManifest
import WritModel

@Suite("identity providers") struct ProviderTests {
    private let provider = Address(.identityProvider, "x")

    private func fields(_ files: [String: String]) throws -> FieldMap<DesiredValue> {
        let decoding = decode(files)
        #expect(decoding.diagnostics == [])
        return try #require(decoding.state.objects[provider]).fields
    }

    @Test func `everything that OpenID Connect takes is read`() throws {
        let text = manifest(
            .identityProvider,
            """
            description: The directory
            enabled: true
            signIn: role
            oidc:
              issuer: https://login.example.com
              clientIds: [writ]
              thumbprints: [\(String(repeating: "AB", count: 32))]
              authorizationEndpoint: https://login.example.com/authorize
              scopes: [openid, email]
              responseMode: form_post
              signingKeys: |
                {"keys": [{"n": "x", "kty": "RSA"}]}
            mappings:
              - name: engineers
                when:
                  - {attribute: sub}
                  - {attribute: groups, anyOf: [sre, engineering], regex: true}
                user: "{0}"
                groups: [b, {external: c}]
            """)
        let fields = try fields(["m.yaml": text + "---\n" + manifest(.group, "", name: "b")])
        let mapping = FederationMapping(
            "engineers",
            when: [
                FederationCondition("sub"),
                FederationCondition("groups", .anyOf(["engineering", "sre"]), isRegex: true),
            ], user: "{0}", groups: [Reference("c", isExternal: true), Reference("b")])
        #expect(
            fields == [
                .description: .scalar(.text("The directory")), .enabled: .scalar(.boolean(true)),
                .signIn: .scalar(.text("role")), .oidcIssuer: .scalar(.text("https://login.example.com")),
                .oidcClientIDs: .list(DesiredList(.exactly, [.word("writ")])),
                .oidcThumbprints: .list(
                    DesiredList(.exactly, [.word(String(repeating: "ab", count: 32))])),
                .oidcAuthorizationEndpoint: .scalar(.text("https://login.example.com/authorize")),
                .oidcScopes: .list(DesiredList(.exactly, [.word("openid"), .word("email")])),
                .oidcResponseMode: .scalar(.text("form_post")),
                .oidcSigningKeys: .scalar(.text(#"{"keys":[{"kty":"RSA","n":"x"}]}"#)),
                .mappings: .list(DesiredList(.exactly, [.mapping(mapping)])),
            ])
    }

    /// A certificate as directories publish it: lines that look like secrets.
    static let certified =
        "<?xml version=\"1.0\"?>\n<!-- keys -->\n<md:EntitiesDescriptor xmlns:md='urn:oasis:names:tc:SAML:2.0:metadata'>\n"
        + "<md:EntityDescriptor entityID=\"https://a.example\"><md:IDPSSODescriptor>\n"
        + "<X509Certificate>\nMIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBaMQswCQYDVQQGEwJJ\n"
        + "RTESMBAGA1UEChMJQmFsdGltb3JlMRMwEQYDVQQLEwpDeWJlclRydXN0MSIwIAYD\n</X509Certificate>\n"
        + "<N>Ann &amp; Bob &#x26; <![CDATA[<x>]]></N></md:IDPSSODescriptor></md:EntityDescriptor>\n"
        + "</md:EntitiesDescriptor>\n"

    @Test func `certificates are no secrets, in the manifest or in a file of its own`() throws {
        let lines = Self.certified.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
        let inside = manifest(.identityProvider, "signIn: role\nsaml:\n  metadata: |\n\(lines)")
        let beside = manifest(.identityProvider, "signIn: role\nsaml: {metadataFile: ../idp/a.xml}")
        let expected = DesiredValue.scalar(.text(Self.certified))
        #expect(try fields(["m.yaml": inside])[.samlMetadata] == expected)
        #expect(
            try fields(["a/m.yaml": beside, "idp/a.xml": Self.certified])[.samlMetadata] == expected)
    }

    @Test func `ends of lines make no difference`() throws {
        let beside = manifest(.identityProvider, "signIn: role\nsaml: {metadataFile: a.xml}")
        let returns = Self.certified.replacing("\n", with: "\r\n")
        #expect(
            try fields(["m.yaml": beside, "a.xml": returns])[.samlMetadata]
                == .scalar(.text(Self.certified)))
    }

    @Test func `signing keys say the same as text, mapping and file`() throws {
        let start = "signIn: role\noidc:\n  issuer: https://a.example\n  clientIds: [c]\n"
        let keys = #"{"keys": [{"kty": "EC", "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"}]}"#
        let inside = manifest(.identityProvider, start + "  signingKeys: '\(keys)'")
        let mapped = manifest(.identityProvider, start + "  signingKeys: \(keys)")
        let beside = manifest(.identityProvider, start + "  signingKeysFile: keys.json")
        let values = [
            try fields(["m.yaml": inside])[.oidcSigningKeys],
            try fields(["m.yaml": mapped])[.oidcSigningKeys],
            try fields(["m.yaml": beside, "keys.json": keys])[.oidcSigningKeys],
        ]
        #expect(Set(values).count == 1)
        #expect(values[0] != nil)
    }

    @Test(arguments: ["a private key", "no metadata", "bytes that are no text"])
    func `what is wrong with a file is told in the file`(_ what: String) throws {
        let beside = Array(manifest(.identityProvider, "signIn: role\nsaml: {metadataFile: a.xml}").utf8)
        let bytes: [UInt8]
        let code: String
        switch what {
        case "a private key":
            bytes = Array("<a>-----BEGIN PRIVATE KEY-----\nMII\n-----END PRIVATE KEY-----</a>".utf8)
            code = "secret.plaintext"
        case "no metadata": (bytes, code) = (Array("<html></html>".utf8), "federation.metadata")
        default: (bytes, code) = ([0x3C, 0xFF, 0x3E], "encoding.invalid-utf8")
        }
        let found = decode(["m.yaml": beside, "a.xml": bytes]).diagnostics
        #expect(found.map(\.code) == [code], "\(found)")
        #expect(found.first?.span?.file == "a.xml")
    }

    @Test func `what is written reads back`() {
        let mapping = FederationMapping(
            "a b", when: [FederationCondition("x", .noneOf(["no", "yes"])), FederationCondition("y")],
            user: "{0}", groups: [Reference("g", isExternal: true)])
        let object = DesiredObject(
            provider,
            fields: [
                .signIn: .scalar(.text("role")), .samlMetadata: .scalar(.text(Self.certified)),
                .mappings: .list(DesiredList(.atLeast, [.mapping(mapping)])),
            ])
        let decoding = decode(["m.yaml": manifestText(of: object)])
        #expect(decoding.diagnostics == [])
        #expect(decoding.state.objects[provider] == object)
    }

    @Test func `a mapping that is forbidden is named`() throws {
        let text = manifest(
            .identityProvider,
            "signIn: role\nsaml: {metadata: '\(sampleMetadata)'}\nmappings: {none: [{name: old}]}")
        #expect(
            try fields(["m.yaml": text])[.mappings]
                == .list(DesiredList(.none, [.mapping(FederationMapping("old"))])))
    }

    @Test func `an edit of metadata goes to its file, and inline where another provider shares it`() throws {
        let text = manifest(.identityProvider, "signIn: role\nsaml: {metadataFile: a.xml}")
        let other = text.replacing("name: x", with: "name: other")
        let files = ["m.yaml": text, "n.yaml": other, "a.xml": sampleMetadata]
        func edits(_ names: [String]) throws -> [String: String?] {
            let shown = files.filter { names.contains($0.key) }
            let old = decode(shown).state
            var new = old
            new.objects[provider]?.fields[.samlMetadata] = .scalar(.text(Self.certified))
            var edited = EditedManifests(
                files: shown.filter { $0.key != "a.xml" }
                    .map { ManifestFile(path: $0.key, bytes: Array($0.value.utf8)) },
                documents: ["a.xml": DocumentFile(bytes: Array(sampleMetadata.utf8))])
            try edited.edit(from: old, to: new) { _ in "new.yaml" }
            let after = Dictionary(
                uniqueKeysWithValues: edited.edits.map {
                    ($0.path, $0.after.map { String(decoding: $0, as: UTF8.self) })
                })
            return after
        }
        #expect(try edits(["m.yaml", "a.xml"]) == ["a.xml": Self.certified])
        let shared = try edits(["m.yaml", "n.yaml", "a.xml"])
        #expect(shared.keys.sorted() == ["m.yaml"])
        let inline = try #require(shared["m.yaml"] ?? nil)
        #expect(!inline.contains("metadataFile"))
        #expect(try fields(["m.yaml": inline])[.samlMetadata] == .scalar(.text(Self.certified)))
    }
}
