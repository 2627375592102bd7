internal import WritModel

/// The definitions of policy documents: what no dialect takes is refused, the rest is the dialect's.
///
/// Vendors take the names of elements in any case; those that are spelled as usual are the ones an
/// editor proposes.
let documentDefinitions: [(name: String, node: SchemaNode)] = [
    (
        "document",
        SchemaNode.types(["object", "string"])
            .with("pattern", .string(#"^[ \t\r\n]*\{"#))
            .with(
                "properties",
                [
                    "Version": SchemaNode.definition("documentText")
                        .described("The version of the dialect, in quotes.").examples("1.1", "5.0").json,
                    "Statement": SchemaNode.definition("statements").json,
                    "apiVersion": false,
                ]
            )
            .with("patternProperties", .object([.init(anyCase("Statement"), ["$ref": "#/$defs/statements"])]))
            .with("additionalProperties", ["$ref": "#/$defs/documentText"])
            .with("allOf", [required("Statement")])
            .described(
                "A policy document in the vendor's own language: a mapping, or JSON after `|`. Its texts need quotes "
                    + "where YAML would read them as anything else.")
    ),
    (
        "statements",
        SchemaNode.types(["object", "array"]).with("minItems", 1)
            .with("items", ["$ref": "#/$defs/statement"])
            .with("if", ["type": "object"]).with("then", ["$ref": "#/$defs/statement"])
            .described("One statement, or a list of them.")
    ),
    (
        "statement",
        SchemaNode.type("object")
            .with(
                "properties",
                [
                    "Effect": SchemaNode.words(["Allow", "Deny"]).described("What the statement does.").json,
                    "Action": filled("What may or may not be done."),
                    "NotAction": filled("Everything but this."),
                    "Resource": filled("On what."),
                    "NotResource": filled("On everything but this."),
                    "Condition": conditionReference("When."),
                ]
            )
            .with(
                "patternProperties",
                .object([
                    .init(anyCase("Effect"), ["enum": ["Allow", "Deny"]]),
                    .init(anyCase("(Not)?(Action|Resource)"), ["$ref": "#/$defs/filled"]),
                    .init(anyCase("Condition"), ["$ref": "#/$defs/condition"]),
                ])
            )
            .with("additionalProperties", ["$ref": "#/$defs/documentText"])
            .with("allOf", [required("Effect")])
    ),
    (
        "filled",
        SchemaNode.types(["string", "array", "object"]).with("pattern", #"\S"#)
            .with("minItems", 1).with("items", ["$ref": "#/$defs/filled"])
            .with("minProperties", 1).with("additionalProperties", ["$ref": "#/$defs/filled"])
            .described("A text or a list of texts, none of them empty.")
    ),
    (
        "documentText",
        SchemaNode.types(["string", "array", "object"])
            .with("items", ["$ref": "#/$defs/documentText"])
            .with("patternProperties", .object([.init(anyCase("Condition"), ["$ref": "#/$defs/condition"])]))
            .with("additionalProperties", ["$ref": "#/$defs/documentText"])
            .described("Texts, at any depth.")
    ),
    (
        "condition",
        // Vendors' own examples have bare numbers and booleans here, and only here.
        SchemaNode.types(["string", "boolean", "integer", "array", "object"])
            .with("items", ["$ref": "#/$defs/condition"])
            .with("additionalProperties", ["$ref": "#/$defs/condition"])
            .described("Operators, keys and values.")
    ),
]

private func filled(_ text: String) -> JSONValue {
    SchemaNode.definition("filled").described(text).json
}

private func conditionReference(_ text: String) -> JSONValue {
    SchemaNode.definition("condition").described(text).json
}

/// A pattern for `name` in any case; `(`, `)`, `|` and `?` keep their meaning.
private func anyCase(_ name: String) -> String {
    let body = name.map { $0.isLetter ? "[\($0.uppercased())\($0.lowercased())]" : String($0) }
    return "^(" + body.joined() + ")$"
}

/// Asks for `name`, spelled in any case.
private func required(_ name: String) -> JSONValue {
    [
        "if": ["propertyNames": ["not": ["pattern": .string(anyCase(name))]]],
        "then": ["required": [.string(name)]],
    ]
}
