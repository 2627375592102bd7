internal import WritDiagnostics
internal import WritLint
internal import WritManifest
internal import WritModel

/// The schema of `lint` in `writ.yaml`, made from the rules.
enum LintSchemas {
    /// What stands under `lint`.
    static var settings: SchemaNode {
        SchemaNode.closed([
            ("failOn", weight.described("Findings of this weight and above make `writ lint` exit with 4.")),
            ("rules", SchemaNode.definition("lintRules").described("Levels and options of rules.")),
            (
                "paths",
                SchemaNode.list(
                    of: .whole([
                        ("path", place),
                        ("rules", SchemaNode.definition("lintLevels").described("Levels there.")),
                    ])
                )
                .described("Levels in some folders or files; later entries go before earlier ones.")
            ),
            (
                "waivers",
                SchemaNode.list(
                    of: .whole(
                        [
                            ("rule", names.described("A rule's code or name, or a family's letters.")),
                            ("path", place),
                            ("reason", SchemaNode.someText.described("Why the findings may stand.")),
                        ],
                        optional: [
                            ("until", SchemaNode.someText.described("The last day it holds."))
                        ])
                ).described("Waivers of findings in files that cannot hold comments.")
            ),
        ]).described("Which rules of `writ lint` count, and how much.")
    }

    /// What the settings refer to.
    static var definitions: [(name: String, node: SchemaNode)] {
        [
            ("lintLevel", level),
            ("lintLevels", .closed(everyName.map { ($0, SchemaNode.definition("lintLevel")) })),
            ("lintRules", .closed(everyName.map { ($0, setting(of: $0)) })),
        ] + ruleCatalogue.map { ("lint" + $0.code, setting(of: $0)) }
    }

    private static let weight = SchemaNode.words(LintSeverity.allCases.map(\.rawValue))

    private static let place = SchemaNode.definition("path")
        .described("A folder or file, from the folder of writ.yaml.")

    /// `off` and `on` are booleans to readers of YAML 1.1.
    private static let level = SchemaNode.any(of: [
        .words(["off", "on"] + LintSeverity.allCases.map(\.rawValue)), .boolean,
    ]).described("What findings weigh; `on` is what the rule says.")

    private static var everyName: [String] {
        RuleFamily.allCases.map(\.rawValue) + ruleCatalogue.flatMap { [$0.code, $0.name] }
    }

    private static var names: SchemaNode { .words(everyName) }

    private static func setting(of name: String) -> SchemaNode {
        guard let rule = ruleCatalogue.first(where: { $0.code == name || $0.name == name }) else {
            return .definition("lintLevel")
        }
        return .definition("lint" + rule.code)
    }

    private static func setting(of rule: Rule) -> SchemaNode {
        let level = SchemaNode.definition("lintLevel")
        var properties: [(String, SchemaNode)] = [("level", level)]
        if !rule.options.isEmpty {
            properties.append(
                (
                    "options",
                    SchemaNode.closed(rule.options.map { ($0.name, node(of: $0)) }).described("Its options.")
                ))
        }
        return SchemaNode.any(of: [level, .closed(properties)]).described(rule.page.summary)
    }

    private static func node(of option: RuleOption) -> SchemaNode {
        switch option.standard {
        case .integer(let value):
            (option.range.map { SchemaNode.integer($0) } ?? .integer).with("default", .integer(value))
                .described(option.summary)
        case .boolean(let flag):
            SchemaNode.boolean.with("default", .boolean(flag)).described(option.summary)
        case .text(let text): SchemaNode.text.with("default", .string(text)).described(option.summary)
        case .texts(let texts):
            SchemaNode.list(of: .text).with("default", .array(texts.map(JSONValue.string)))
                .described(option.summary)
        }
    }
}

extension OutputSchemas {
    /// `writ lint --format json`, and that of `writ policy lint`.
    static var lint: SchemaDocument {
        SchemaDocument(
            id: "urn:writ:lint:1", title: "Writ lint report", summary: "What the rules find.",
            root: .whole([
                format("writ/lint/1"),
                ("fails", SchemaNode.boolean.described("Whether a finding that counts weighs enough.")),
                ("failOn", weight),
                ("counts", .whole(LintSeverity.allCases.reversed().map { ($0.rawValue, .count) })),
                ("findings", .list(of: finding)),
                (
                    "diagnostics",
                    SchemaNode.list(of: .definition("diagnostic"))
                        .described("What is wrong with the text and belongs to no rule.")
                ),
            ]), definitions: definitions)
    }

    /// The file of `writ lint --write-baseline`.
    static var lintBaseline: SchemaDocument {
        SchemaDocument(
            id: "urn:writ:lint-baseline:1", title: "Writ lint baseline",
            summary: "Findings that are known and do not fail.",
            root: .whole([
                format("writ/lint-baseline/1"),
                (
                    "findings",
                    .list(
                        of: .whole([
                            ("rule", code), ("subject", SchemaNode.text.described("What it is about.")),
                            ("fingerprint", fingerprint),
                        ]))
                ),
            ]), definitions: definitions)
    }

    private static let weight = SchemaNode.words(LintSeverity.allCases.map(\.rawValue))

    private static let code = SchemaNode.text(matching: "^[A-Z]{3}[0-9]{3}$").examples("SEC001")

    private static let fingerprint = SchemaNode.text(matching: "^[0-9a-f]{32}$")
        .described("Stays the same where lines move.")

    private static let finding = SchemaNode.whole(
        [
            ("rule", code), ("name", SchemaNode.text.examples("full-admin")), ("severity", weight),
            ("message", .text),
            ("subject", SchemaNode.text.described("The object or file, and the path inside its document.")),
            ("fingerprint", fingerprint),
        ],
        optional: [
            ("span", .definition("span")),
            (
                "notes",
                .list(
                    of: .closed([("message", .text), ("span", .definition("span"))], required: ["message"]))
            ),
            ("help", SchemaNode.text.described("What to do about it.")),
            (
                "fix",
                .whole([
                    ("title", .text), ("applicability", .words(["safe", "unsafe", "display-only"])),
                    (
                        "replacements",
                        SchemaNode.list(of: .whole([("span", .definition("span")), ("text", .text)]))
                            .described("The stretches of text that it changes, and what takes their place.")
                    ),
                ])
            ),
            ("waiver", SchemaNode.text.described("Why it is waived: then it does not count.")),
            ("inBaseline", SchemaNode.boolean.described("It is known: then it does not count.")),
        ])
}
