import Testing
import WritDiagnostics
import WritManifest
import WritModel
import WritTestKit

/// Every field of every kind, from the schema: a right value, a wrong type, nothing, and a misspelling.
@Suite struct FieldTests {
    struct Row: CustomTestStringConvertible {
        var kind: Kind
        var schema: FieldSchema

        var testDescription: String { "\(kind.manifestName).\(schema.field.rawValue)" }
    }

    static let rows = Kind.allCases.flatMap { kind in
        KindSchema.of(kind).fields.map { Row(kind: kind, schema: $0) }
    }

    @Test(arguments: rows) func `a right value is read, and its place is kept`(_ row: Row) throws {
        let (spelled, value) = row.schema.type.sample
        let decoding = decode(["m.yaml": row.manifest(spelled)])
        #expect(decoding.diagnostics == [])
        let (address, object) = try #require(decoding.state.objects.first)
        #expect(object.fields[row.schema.field] == value)
        let place = try #require(decoding.sources[address]?.fields[row.schema.field])
        #expect(place.start.line == 6 + row.depth - 1)
    }

    @Test(arguments: rows) func `a value of a wrong type is refused and the field is left out`(_ row: Row) {
        let (spelled, code) = row.schema.type.wrong
        let decoding = decode(["m.yaml": row.manifest(spelled)])
        #expect(decoding.diagnostics.map(\.code) == [code], "\(decoding.diagnostics)")
        #expect(decoding.state.objects.values.first?.fields[row.schema.field] == nil)
    }

    @Test(arguments: rows) func `a key with nothing after it is an error that tells the ways out`(_ row: Row)
    {
        let decoding = decode(["m.yaml": row.manifest("")])
        #expect(decoding.diagnostics.map(\.code) == ["type.null"])
        #expect(decoding.diagnostics.first?.help?.contains("delete the key") == true)
    }

    @Test(arguments: rows) func `null is an error`(_ row: Row) {
        let isText =
            switch row.schema.type {
            case .text, .duration, .word, .metadata, .signingKeys: true
            default: false
            }
        let decoding = decode(["m.yaml": row.manifest("null")])
        #expect(decoding.diagnostics.map(\.code) == [isText ? "type.quote-it" : "type.null"])
    }

    @Test(arguments: rows) func `a misspelt field is unknown and its name is suggested`(_ row: Row) {
        let path = row.schema.field.rawValue.split(separator: ".").map(String.init)
        let last = path.last ?? ""
        let text = row.manifest(row.schema.type.sample.spelled)
            .replacing("\(last):", with: "\(last)z:", maxReplacements: 1)
        let found = decode(["m.yaml": text]).diagnostics
        let misspelt = found.filter { $0.code == "schema.unknown-field" }
        #expect(misspelt.map(\.help) == ["did you mean `\(last)`?"])
        #expect(found.allSatisfy { ["schema.unknown-field", "schema.missing-field"].contains($0.code) })
    }

    @Test func `addresses keep a description that is warned of`() throws {
        let text = manifest(
            .securitySettings, "api: {allowFrom: [{range: 10.0.0.0/8, description: '{{ office }}'}]}",
            name: "default")
        let decoding = decode(["m.yaml": text])
        #expect(decoding.diagnostics.map(\.code) == ["text.template-leftover"])
        let settings = try #require(decoding.state.objects[Address(.securitySettings, "default")])
        let range = try #require(AddressRange("10.0.0.0/8"))
        let item = Item.addresses(AdmittedAddresses(range, note: "{{ office }}"))
        #expect(settings.fields[.apiAllowFrom] == .list(DesiredList(.exactly, [item])))
    }

    @Test(arguments: Kind.allCases) func `a field of another kind is unknown`(_ kind: Kind) {
        let own = Set(KindSchema.of(kind).fields.map(\.field))
        let sections = Set(own.map { $0.rawValue.split(separator: ".").first.map(String.init) ?? "" })
        for field in Field.allCases
        where !sections.contains(field.rawValue) && !field.rawValue.contains(".") {
            let text = manifest(kind, "\(field.rawValue): []\n" + Row.filler(kind, besides: nil))
            #expect(decode(["m.yaml": text]).diagnostics.map(\.code) == ["schema.unknown-field"], "\(field)")
        }
    }
}

extension FieldTests.Row {
    /// How many lines the field's path takes.
    var depth: Int { schema.field.rawValue.split(separator: ".").count }

    /// A manifest in which the field has that value.
    func manifest(_ value: String) -> String {
        let path = schema.field.rawValue.split(separator: ".")
        let lines = path.enumerated().map { String(repeating: "  ", count: $0) + $1 + ":" }
        let spec = lines.joined(separator: "\n") + " " + value + "\n"
        return WritManifestTests.manifest(kind, spec + Self.filler(kind, besides: schema.field))
    }

    /// What a manifest of the kind cannot be without.
    static func filler(_ kind: Kind, besides field: Field?) -> String {
        switch (kind, field) {
        case (.policy, .document), (.agency, .trust), (.agency, .trustPolicy): ""
        case (.policy, _): "document: {Statement: {Effect: Deny}}"
        case (.agency, _): "trust: []"
        case (.identityProvider, _): providerFiller(besides: field)
        default: ""
        }
    }

    /// The rest of the section that the field is in, a section where it is in none, and the way people sign in.
    private static func providerFiller(besides field: Field?) -> String {
        let signIn = field == .signIn ? "" : "signIn: \(field == .otherLogins ? "user" : "role")\n"
        let section = field?.rawValue.split(separator: ".").first.map(String.init) ?? ""
        switch section {
        case "saml": return signIn
        case "oidc":
            let others: [(Field, String)] = [
                (.oidcIssuer, "issuer: https://a.example"), (.oidcClientIDs, "clientIds: [writ]"),
                (.oidcAuthorizationEndpoint, "authorizationEndpoint: https://a.example/x"),
                (.oidcScopes, "scopes: [openid]"), (.oidcResponseMode, "responseMode: fragment"),
            ]
            return others.filter { $0.0 != field }.map { "  \($0.1)\n" }.joined() + signIn
        default: return "saml: {metadata: '\(sampleMetadata)'}\n" + signIn
        }
    }
}

/// The shortest metadata that says what it has to.
let sampleMetadata =
    #"<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="x"><IDPSSODescriptor/></EntityDescriptor>"#

extension FieldType {
    /// A right value, as it is spelled and as it is read.
    var sample: (spelled: String, value: DesiredValue) {
        switch self {
        case .text(_, .email): ("a@example.com", .scalar(.text("a@example.com")))
        case .text(_, .phone): ("'+86 138-0000'", .scalar(.text("+86 138-0000")))
        case .text(_, .line), .text(_, .prose): ("Some words", .scalar(.text("Some words")))
        case .text(_, .url): ("https://a.example", .scalar(.text("https://a.example")))
        case .text(_, .thumbprint), .text(_, .token): ("abc", .scalar(.text("abc")))
        case .word(let words): (words[0], .scalar(.text(words[0])))
        case .metadata: ("'\(sampleMetadata)'", .scalar(.text(sampleMetadata)))
        case .signingKeys: (#"'{"keys": [{"kty": "EC"}]}'"#, .scalar(.text(#"{"keys":[{"kty":"EC"}]}"#)))
        case .integer(let range): ("\(range.upperBound)", .scalar(.integer(range.upperBound)))
        case .boolean: ("false", .scalar(.boolean(false)))
        case .duration: ("30d", .scalar(.text("30d")))
        case .document:
            (
                "{Statement: {Effect: Deny}}",
                .scalar(.document(PolicyDocument(["Statement": ["Effect": "Deny"]])))
            )
        case .credential:
            (
                "{generation: 2, deliverTo: \(sampleRecipients[0])}",
                .scalar(.credential(DeclaredCredential(generation: 2, deliverTo: sampleRecipients[0])))
            )
        case .words, .trust, .accessKeys, .addresses, .texts, .mappings:
            ("[\(item.spelled)]", .list(DesiredList(.exactly, [item.value])))
        }
    }

    /// An item of a collection.
    var item: (spelled: String, value: Item) {
        switch self {
        case .words(let words): (words[0], .word(words[0]))
        case .texts(_, .thumbprint, _):
            (String(repeating: "a", count: 40), .word(String(repeating: "a", count: 40)))
        case .texts: ("openid", .word("openid"))
        case .mappings:
            (
                "{name: a, when: [{attribute: x}], user: '{0}'}",
                .mapping(FederationMapping("a", when: [FederationCondition("x")], user: "{0}"))
            )
        case .trust: ("{service: ecs}", .trust(TrustPrincipal(.service, "ecs")))
        case .addresses:
            (
                "{range: 10.0.0.0/8, description: office}",
                .addresses(
                    AdmittedAddresses(
                        AddressRange("10.0.0.0/8") ?? AddressRange.everyVersion4, note: "office"))
            )
        default:
            (
                "{name: ci, status: inactive, generation: 3, confirmed: 2, deliverTo: \(sampleRecipients[0])}",
                .accessKey(
                    DeclaredAccessKey(
                        name: "ci", status: .inactive, generation: 3, confirmed: 2,
                        deliverTo: sampleRecipients[0]))
            )
        }
    }

    /// A value of a wrong type and the code it is refused with.
    var wrong: (spelled: String, code: String) {
        switch self {
        case .text, .word, .metadata, .signingKeys: ("[a]", "type.expected-text")
        case .integer: ("many", "type.expected-int")
        case .boolean: ("maybe", "type.expected-bool")
        case .words, .trust, .accessKeys, .addresses, .texts, .mappings: ("some", "type.expected-list")
        case .document: ("some", "yaml.not-a-mapping")
        case .credential: ("some", "yaml.not-a-mapping")
        case .duration: ("some", "policy.duration")
        }
    }
}
