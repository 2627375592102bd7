internal import WritManifest
internal import WritPolicy

extension OutputSchemas {
    /// The ways to become an administrator that come and go.
    static let escalation: SchemaNode = {
        let others = SchemaNode.list(of: .text).described(
            "The first methods of other ways that come or go with it.")
        let remaining = SchemaNode.list(of: .text).described("Those of the ways that both sides have.")
        let principals = SchemaNode.list(of: .text)
        let head: [(name: String, node: SchemaNode)] = [
            ("direction", .words(AccessDirection.allCases.map(\.rawValue))), ("principals", principals),
        ]
        let tail: [(name: String, node: SchemaNode)] = [("others", others), ("remaining", remaining)]
        let changes = SchemaNode.list(of: .whole(head + escalationPath + tail))
            .described("What appears before what disappears, most dangerous first.")
        let unknown = SchemaNode.list(
            of: .whole([("principals", principals), ("reasons", .list(of: .text))])
        ).described("Of whom it cannot be told.")
        return SchemaNode.whole([("changes", changes), ("unknown", unknown)])
            .described("Who can make an administrator of itself now, and who no longer.")
    }()

    /// The members of a way.
    static let escalationPath: [(name: String, node: SchemaNode)] = [
        (
            "steps",
            SchemaNode.list(of: escalationStep).described(
                "One method each; none for somebody who is an administrator as it is.")
        ),
        ("reasons", SchemaNode.list(of: .text).described("Why nobody can tell; none where it is proved.")),
    ]

    private static let escalationStep: SchemaNode = {
        let joined = SchemaNode.list(of: .definition("address")).described(
            "The groups joined by earlier steps.")
        let members: [(name: String, node: SchemaNode)] = [
            ("method", SchemaNode.text.described("Stable within the dialect.")),
            ("title", SchemaNode.text.described("What is done, ending where the target follows.")),
            ("severity", .words(EscalationSeverity.allCases.map(\.rawValue))),
            ("actor", .definition("address")), ("joined", joined), ("requests", .list(of: escalationRequest)),
        ]
        return .whole(
            members,
            optional: [
                ("target", SchemaNode.definition("address").described("Whose access it reaches.")),
                ("proviso", SchemaNode.text.described("What else has to be, that no manifest shows.")),
            ])
    }()

    private static let escalationRequest: SchemaNode = {
        let ground = SchemaNode.closed(
            [
                ("source", source), ("statement", statement),
                ("routes", SchemaNode.list(of: way).described("How the policy reaches it.")),
            ], required: ["source", "statement"])
        let members: [(name: String, node: SchemaNode)] = [
            ("action", .text), ("resource", .text),
            ("context", SchemaNode.type("object").described("Values by key.")),
            ("verdict", .words(Verdict.allCases.map(\.rawValue))),
            ("confirmed", SchemaNode.boolean.described("Whether the action's name is confirmed.")),
            ("grounds", SchemaNode.list(of: ground).described("The statements that allow it.")),
        ]
        return .whole(
            members,
            optional: [("agency", SchemaNode.definition("address").described("What it leads into."))])
    }()
}
