internal import WritModel

extension EdgeList {
    /// What a manifest may say in the list.
    var manifestSchema: SchemaNode {
        switch self {
        case .members:
            .modal(.definition("reference")).described(
                "The users in the group: exactly these in a plain list; see also `groups` of a user.")
        case .groups:
            .modal(.definition("reference")).described(
                "The groups the user is in: exactly these in a plain list; see also `members` of a group.")
        case .policies:
            .modal(.definition("attachment"), forbidden: .definition("forbiddenAttachment")).described(
                "What is attached: exactly these policies in a plain list.")
        }
    }
}

/// The definitions that edge lists refer to.
let edgeDefinitions: [(name: String, node: SchemaNode)] = [
    (
        "reference",
        SchemaNode.types(["string", "object"]).with("minLength", 1)
            .with("properties", ["external": external("An object").json])
            .with("required", ["external"]).with("additionalProperties", false)
            .described("A name that is declared in this target, or `{external: name}`.")
    ),
    (
        "attachment",
        attachment([("expires", SchemaNode.definition("expiry"))]).described(
            "The name of a policy that is declared in this target, or a mapping that says more.")
    ),
    (
        "forbiddenAttachment",
        attachment([]).described("A policy that may not be attached; without a scope, in no scope.")
    ),
    (
        "scope",
        SchemaNode.types(["string", "object"])
            .with("if", ["type": "string"]).with("then", SchemaNode.words(["account", "allProjects"]).json)
            .with(
                "properties",
                [
                    "project": SchemaNode.someText.described("One project.").json,
                    "enterpriseProject": SchemaNode.someText.described("One enterprise project.").json,
                    "resourceGroup": SchemaNode.someText.described("One resource group.").json,
                ]
            )
            .with("minProperties", 1).with("maxProperties", 1).with("additionalProperties", false)
            .described("Where it holds: the whole account unless stated.")
            .examples("account", "allProjects", ["project": "cn-north-4"])
    ),
    (
        "expiry",
        SchemaNode.text(matching: "^" + dayPattern + "([Tt]" + timePattern + ")?$")
            .described("The last day on which it counts, in UTC, or a full RFC 3339 time.")
            .examples("2027-01-31", "2027-01-31T12:00:00Z")
    ),
]

/// A day, as its start, or a full RFC 3339 time.
let momentSchema = SchemaNode.text(matching: "^" + dayPattern + "([Tt]" + timePattern + ")?$")
    .described("A day, as its start in UTC, or a full RFC 3339 time.")
    .examples("2027-01-31", "2027-01-31T12:00:00Z")

private let dayPattern = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
private let timePattern =
    "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]+)?([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])"

private func external(_ what: String) -> SchemaNode {
    SchemaNode.someText.described("\(what) that exists in the store and is not managed here.")
}

/// A name, or a mapping that names one policy and says where and until when.
private func attachment(_ more: [(String, SchemaNode)]) -> SchemaNode {
    let naming: [(String, SchemaNode)] = [
        ("name", SchemaNode.someText.described("A policy that is declared in this target.")),
        (
            "system",
            SchemaNode.someText.described("A policy or role that is built into the vendor's cloud.")
                .examples("IAM ReadOnlyAccess")
        ),
        ("external", external("A policy")),
    ]
    let properties = naming + [("scope", .definition("scope"))] + more
    return SchemaNode.types(["string", "object"]).with("minLength", 1)
        .with("properties", .object(properties.map { .init($0.0, $0.1.json) }))
        .with("additionalProperties", false)
        .with("if", ["type": "object"])
        .with("then", ["oneOf": .array(naming.map { ["required": [.string($0.0)]] })])
}
