internal import WritManifest
internal import WritModel
internal import WritPlan

/// The schemas of what Writ prints with `--format json` and saves with `--out`.
///
/// `format` names the schema and its version: a change that a reader could stumble over gets another one.
enum OutputSchemas {
    /// The first member of every output.
    static func format(_ name: String) -> (String, SchemaNode) {
        ("format", SchemaNode.constant(name).described("The name of this format, and its version."))
    }

    /// The definitions that several outputs refer to.
    static let definitions: [(name: String, node: SchemaNode)] = [
        ("address", address), ("membership", membership), ("attachment", attachment), ("span", span),
        ("value", value), ("desired", desired), ("values", values), ("field", field), ("expiry", expiry),
        ("digest", digest), ("time", time), ("commit", commit),
        ("objectField", objectField), ("change", change), ("ownership", ownership),
        ("origin", origin), ("limits", limits), ("limit", limit), ("diagnostic", diagnostic),
    ]

    private static let address = SchemaNode.text(
        matching: "^(" + Kind.allCases.map(\.rawValue).joined(separator: "|") + ")/"
    ).described("Kind and name of an object.").examples("group/payments")

    private static let membership = SchemaNode.whole([("user", .text), ("group", .text)])
        .described("A user in a group.")

    private static let attachment = SchemaNode.closed(
        [
            ("principal", .definition("address")),
            ("policy", SchemaNode.text.described("A policy of this account.")),
            ("systemPolicy", SchemaNode.text.described("A policy built into the vendor's cloud.")),
            ("scope", .words(["account", "allProjects", "project", "enterpriseProject", "resourceGroup"])),
            ("scopeName", SchemaNode.someText.described("Of a project or a group.")),
        ], required: ["principal", "scope"]
    ).with("oneOf", [["required": ["policy"]], ["required": ["systemPolicy"]]])
        .described("A policy on a principal in a scope.")

    /// Where something stands: the end is the first character behind it.
    private static let span = SchemaNode.whole([
        ("file", SchemaNode.text.described("From the root of the commit.")),
        ("line", .position), ("column", .position), ("endLine", .position), ("endColumn", .position),
    ]).described("Where it stands in the commit, from 1; the end is the first character behind it.")

    private static let value = SchemaNode.types(["string", "integer", "boolean", "array", "object"])
        .described("A field's value; a document is an object.")

    private static let desired = SchemaNode.types(["string", "integer", "boolean", "object"])
        .described(
            "What a manifest said about a field; a list stands under its mode: `exactly`, `atLeast` or `none`."
        )

    private static let field = SchemaNode.words(Field.allCases.map(\.rawValue))
        .described("The path of a field in a manifest's `spec`.")

    private static let values = SchemaNode.closed(
        Field.allCases.map { ($0.rawValue, SchemaNode.definition("value")) }
    ).described("Values by field.")

    private static let expiry = SchemaNode.text(
        matching: "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?$"
    ).described("The last day in UTC, or the moment at which it ends.")

    private static let digest = SchemaNode.text(matching: "^sha256:[0-9a-f]{64}$")

    private static let time = SchemaNode.text(
        matching: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"
    ).described("A moment in UTC.")

    private static let commit = SchemaNode.text(matching: "^[0-9a-f]{40}$")

    private static let objectField = SchemaNode.whole([
        ("address", .definition("address")), ("field", .definition("field")),
    ])
}

extension SchemaNode {
    /// A line or a column.
    fileprivate static var position: SchemaNode { integer.with("minimum", 1) }

    /// A number of things.
    static var count: SchemaNode { integer.with("minimum", 0) }

    /// The node, or `null`.
    static func optional(_ node: SchemaNode) -> SchemaNode { any(of: [node, type("null")]) }
}
