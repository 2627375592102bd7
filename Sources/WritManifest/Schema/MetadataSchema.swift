internal import WritModel

extension ManifestSchemas {
    /// The metadata of an object of `kind`.
    static func metadata(of kind: Kind) -> SchemaNode {
        let name = name(of: kind)
        return SchemaNode.closed(
            [
                ("name", name.described("The name of the object, unique within its kind.")),
                (
                    "formerly",
                    SchemaNode.list(of: name).with("uniqueItems", true)
                        .described(
                            "Names the object had before: it is renamed in place, never deleted and made anew."
                        )
                ),
                ("labels", .definition("labels")), ("protect", .definition("protect")),
                ("adopt", .definition("adopt")),
            ], required: ["name"]
        ).described("Which object it is, and how Writ treats it.")
    }

    private static func name(of kind: Kind) -> SchemaNode {
        if kind.isSingleton { return .constant("default") }
        let more = kind == .policy ? " " : ""
        let others = "A-Za-z_.+=,@-"
        let pattern: String =
            switch kind {
            // Stores take no user whose name starts with a digit.
            case .user: "^[\(others)][0-9\(others)]*$"
            // Neither the first nor the last character is a space.
            case .policy: "^[0-9\(others)]([0-9\(more)\(others)]*[0-9\(others)])?$"
            case .group, .agency, .passwordPolicy, .securitySettings, .project, .identityProvider:
                "^[0-9\(others)]+$"
            }
        return .text(matching: pattern).with("maxLength", 64)
    }

    /// The definitions that metadata refers to.
    static let metadataDefinitions: [(name: String, node: SchemaNode)] = [
        (
            "labels",
            SchemaNode.type("object").with("propertyNames", ["minLength": 1])
                .with("additionalProperties", SchemaNode.line.with("maxLength", 255).json)
                .described("Notes of the author, which no store sees.")
                .examples(["owner": "team-payments"])
        ),
        (
            "protect",
            SchemaNode.someText.described(
                "Why the object must never be deleted, renamed, disabled or emptied; remembered after the line is gone."
            ).examples("on-call needs it")
        ),
        (
            "adopt",
            SchemaNode.boolean.described(
                "Whether a live object of this name that differs and is not managed yet may be taken over.")
        ),
    ]

    private static let generation = SchemaNode.integer(1...1_000_000)
    private static let recipient = SchemaNode.text(matching: recipientPattern).examples(
        "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p",
        "gpg:AC0DE1A0E61C6B9D6E4D3C2AF5E1F2B7C9D80514")

    /// The definitions of items of fields.
    static let itemDefinitions: [(name: String, node: SchemaNode)] = [
        (
            "trustPrincipal",
            SchemaNode.closed(
                TrustPrincipal.Sort.allCases.map { sort in
                    (
                        sort.rawValue,
                        SchemaNode.someText.described("The \(sort.words) that may assume the agency.")
                    )
                }
            ).with("minProperties", 1).with("maxProperties", 1)
                .described("Somebody who may assume the agency: one of the four.")
                .examples(["account": "audit-company"], ["service": "service.ECS"])
        ),
        (
            "credential",
            SchemaNode.closed(
                [
                    ("generation", generation.described("A higher number asks for a new value.")),
                    ("deliverTo", recipient.described("To whom the new value is encrypted and delivered.")),
                ], required: ["generation"]
            ).described("A credential that is made and delivered once. Its value stands nowhere.")
        ),
        (
            "accessKey",
            SchemaNode.closed(
                [
                    ("name", SchemaNode.someText.described("The name, unique among the user's keys.")),
                    (
                        "status",
                        SchemaNode.words(DeclaredAccessKey.Status.allCases.map(\.rawValue)).described(
                            "Whether the key can be used; `active` unless stated.")
                    ),
                    (
                        "generation",
                        generation.described("A higher number asks for a new key; 1 unless stated.")
                    ),
                    (
                        "confirmed",
                        generation.described(
                            "The generation that whoever uses the key is known to have: the ones before it may go."
                        )
                    ),
                    (
                        "deliverTo",
                        recipient.described("To whom the new key is encrypted and delivered: a public key.")
                    ),
                ], required: ["name"]
            ).described("A key the user has. Its secret stands nowhere.")
        ),
        (
            "addresses",
            SchemaNode.types(["string", "object"])
                .with("pattern", .string(addressPattern))
                .with(
                    "properties",
                    [
                        "range": SchemaNode.text(matching: addressPattern)
                            .described("A network, one address, or a first and a last one.").json,
                        "description": SchemaNode.line.with("maxLength", 255).described("What is there.")
                            .json,
                    ]
                )
                .with("required", ["range"]).with("additionalProperties", false)
                .described("Addresses that are admitted.")
                .examples("203.0.113.0/24", "203.0.113.4-203.0.113.9", "2001:db8::/32")
        ),
        (
            "metadataFile",
            SchemaNode.text(matching: #"^[^/\\:][^\\:]*[.]xml$"#)
                .described(
                    "The path of the metadata's file, from this manifest's folder, in the same commit."
                )
                .examples("idp/metadata.xml")
        ),
        (
            "signingKeysFile",
            SchemaNode.text(matching: #"^[^/\\:][^\\:]*[.]json$"#)
                .described("The path of the key set's file, from this manifest's folder, in the same commit.")
                .examples("idp/keys.json")
        ),
        (
            "documentFile",
            SchemaNode.text(matching: #"^[^/\\:][^\\:]*[.](json|ya?ml)$"#)
                .described(
                    "The path of the document's file, from this manifest's folder, in the same commit."
                )
                .examples("documents/ledger-write.json")
        ),
    ]
}

/// What recipients look like; their checksums and structure are beyond a pattern.
let recipientPattern =
    "^\\s*(age1[02-9ac-hj-np-z]{58}|ssh-(ed25519|rsa)[ \\t]+AAAA[A-Za-z0-9+/]+={0,2}([ \\t].*)?"
    + "|gpg:([0-9A-Fa-f]{40}|[0-9A-Fa-f]{64}))\\s*$"

/// What ranges of addresses look like.
let addressPattern = "^[0-9A-Fa-f.:]+(/[0-9]{1,3}|-[0-9A-Fa-f.:]+)?$"

extension TrustPrincipal.Sort {
    fileprivate var words: String {
        switch self {
        case .account: "account"
        case .user: "user"
        case .service: "service of the cloud"
        case .identityProvider: "identity provider"
        }
    }
}
