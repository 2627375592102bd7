package import WritModel

/// The schemas of manifests, generated from ``KindSchema``: what an editor can say about a file before
/// `writ validate` says the rest.
///
/// Whatever Writ takes they take; what they cannot see (quotes, references, secrets, hidden characters,
/// duplicates that differ in case) they leave to Writ.
package enum ManifestSchemas {
    /// A manifest of `kind`.
    package static func manifest(of kind: Kind) -> SchemaDocument {
        SchemaDocument(
            id: "urn:writ:\(kind.rawValue):v1", title: "Writ \(kind.manifestName)", summary: kind.summary,
            root: root(of: kind), definitions: definitions)
    }

    /// A manifest of any kind.
    package static var anyManifest: SchemaDocument {
        let names = Kind.allCases.map(\.manifestName) + CheckKind.allCases.map(\.manifestName)
        let cases: [JSONValue] = names.map { name in
            [
                "if": ["properties": ["kind": ["const": .string(name)]], "required": ["kind"]],
                "then": SchemaNode.definition(name).json,
            ]
        }
        let anything = SchemaNode()
        let root = SchemaNode.closed(
            [
                ("apiVersion", apiVersion), ("kind", .words(names).described("What sort of object it is.")),
                ("metadata", anything), ("spec", anything),
            ], required: ["apiVersion", "kind", "metadata"]
        ).with("allOf", .array(cases))
        return SchemaDocument(
            id: "urn:writ:manifest:v1", title: "Writ manifest",
            summary: "One object of an account, or one check of its access, as a git repository declares it.",
            root: root,
            definitions: Kind.allCases.map {
                ($0.manifestName, self.root(of: $0).described($0.summary))
            }
                + CheckKind.allCases.map {
                    ($0.manifestName, self.root(of: $0).described($0.summary))
                } + definitions + checkDefinitions)
    }

    /// The one value of `apiVersion`.
    static let apiVersion = SchemaNode.constant(supportedVersion)
        .described("The version of the format of manifests.")

    private static let definitions =
        metadataDefinitions + itemDefinitions + federationDefinitions + edgeDefinitions
        + documentDefinitions

    private static func root(of kind: Kind) -> SchemaNode {
        let isSpecNeeded = kind == .policy || kind == .agency || kind == .identityProvider
        return .closed(
            [
                ("apiVersion", apiVersion),
                ("kind", .constant(kind.manifestName).described("What sort of object it is.")),
                ("metadata", metadata(of: kind)), ("spec", spec(of: kind)),
            ], required: ["apiVersion", "kind", "metadata"] + (isSpecNeeded ? ["spec"] : []))
    }

    /// The fields of a kind as its manifests nest them.
    private static func spec(of kind: Kind) -> SchemaNode {
        let shape = SpecShape.of(kind)
        let node = closed(shape).described("What is managed. What is absent here is left as it is.")
        return switch kind {
        case .policy: node.with("oneOf", one(of: ["document", "documentFile"]))
        case .agency: node.with("oneOf", one(of: ["trust", "trustPolicy"]))
        case .identityProvider:
            node.with("oneOf", one(of: ["saml", "oidc"])).with("required", ["signIn"])
        case .user, .group, .passwordPolicy, .securitySettings, .project: node
        }
    }

    private static func closed(_ shape: SpecShape) -> SchemaNode {
        .closed(shape.keys.compactMap { key in shape.entries[key].map { (key, node(of: $0, key)) } })
    }

    private static func node(of entry: SpecEntry, _ key: String) -> SchemaNode {
        switch entry {
        case .field(let schema): return schema.manifestSchema
        case .edges(let list): return list.manifestSchema
        case .file(let field): return .definition(field.fileKey ?? "documentFile")
        case .section(let shape):
            let node = closed(shape).described(sectionSummaries[key] ?? key)
            return switch key {
            // It goes to one address.
            case "invitation": node.with("maxProperties", 1)
            case "saml": node.with("minProperties", 1).with("maxProperties", 1)
            case "oidc":
                node.with("required", ["issuer", "clientIds"]).with("dependentRequired", consoleNeeds)
            default: node
            }
        }
    }

    private static func one(of names: [String]) -> JSONValue {
        .array(names.map { ["required": [.string($0)]] })
    }

    /// What a console login needs is there in whole or not at all.
    private static let consoleNeeds: JSONValue = [
        "authorizationEndpoint": ["scopes", "responseMode"],
        "scopes": ["authorizationEndpoint", "responseMode"],
        "responseMode": ["authorizationEndpoint", "scopes"],
    ]

    private static let sectionSummaries = [
        "saml": "What there is to know of a provider that speaks SAML 2.0.",
        "oidc": "What there is to know of a provider that speaks OpenID Connect.",
        "console": "The access to the console.",
        "mfa": "The second factor that the user has bound.",
        "accessKeys": "The keys with which the user calls the APIs.",
        "session": "How long a login lasts.",
        "lockout": "What failed logins lead to.",
        "operationProtection": "A second proof before dangerous operations.",
        "api": "The calls of the APIs.",
        "invitation": "Whom an invitation to the account goes to: one of the three.",
    ]
}

extension Kind {
    /// One sentence for the schemas.
    fileprivate var summary: String {
        switch self {
        case .user: "A person or a program that logs in or calls the APIs."
        case .group: "Users that get the same policies."
        case .policy: "What is allowed or denied, in the vendor's own language."
        case .agency: "A delegation to another account, a user, a service or an identity provider."
        case .passwordPolicy: "The rules for the passwords of the account; there is one, named `default`."
        case .securitySettings:
            "How people log in, from where, and what they may change; there is one, named `default`."
        case .project: "A part of a region's resources, with permissions of its own."
        case .identityProvider: "A directory whose people sign in here, and the access they get."
        }
    }
}
