import WritManifest
import WritModel

// Attachments, documents, repeated values and whole manifests.

extension EditTests {
    static let attachmentRows = [
        EditRow("an expiry for a bare name", attached("[{system: Tenant Guest}, p]")) {
            $0[.group].policies?.items[1].expires = Expiry(parsing: "2027-01-31")
        },
        EditRow(
            "an expiry for a mapping", attached("\n  - {system: Tenant Guest, scope: allProjects}  # why")
        ) {
            $0[.group].policies?.items[0].expires = Expiry(parsing: "2027-01-31T12:00:00Z")
        },
        EditRow(
            "an expiry in a mapping of lines",
            attached("\n  - name: p   # why\n    scope: {project: cn-north-4}\n  - q")
        ) {
            $0[.group].policies?.items[0].expires = Expiry(parsing: "2027-01-31")
        },
        EditRow("another expiry", attached("\n  - name: p\n    expires: 2026-12-31 # the audit")) {
            $0[.group].policies?.items[0].expires = Expiry(parsing: "2027-06-30")
        },
        EditRow("no expiry", attached("[{name: p, expires: 2026-12-31}]")) {
            $0[.group].policies?.items[0].expires = nil
        },
        EditRow(
            "no expiry, which stood first", attached("\n  - expires: 2026-12-31 # the audit\n    name: p")
        ) {
            $0[.group].policies?.items[0].expires = nil
        },
        EditRow("one more, one less", attached("\n  # read only\n  - q\n  - {name: p, scope: allProjects}")) {
            $0[.group].policies?.items.remove(at: 0)
            $0[.group].policies?.items.append(
                DesiredAttachment(.system("Tenant Guest"), scope: .enterpriseProject("payments")))
        },
        EditRow("a list that was not stated", group("description: X") + "---\n" + named("alice")) {
            $0[.group].policies = DesiredList(.exactly, [DesiredAttachment(.system("Tenant Guest"))])
        },
    ]

    static let documentRows = [
        EditRow(
            "a statement more",
            written(
                "Version: '1.1'\nStatement:\n  # reading\n  - Effect: Allow\n    Action: ['ecs:*:get']  # all\n"
            )
        ) {
            $0[.policy].fields[.document] = allowing(["ecs:*:get"], ["obs:*:list"])
        },
        EditRow(
            "an action more and one less",
            written(
                "Version: '1.1'\nStatement:\n  - Effect: Allow\n    Action:\n      - ecs:*:get  # see\n      - ecs:*:list\n"
            )
        ) {
            $0[.policy].fields[.document] = allowing(["ecs:*:get", "ecs:*:create"])
        },
        EditRow(
            "one action becomes two",
            written("Version: '1.1'\nStatement: [{Effect: Allow, Action: 'ecs:*:get'}]")
        ) {
            $0[.policy].fields[.document] = allowing(["ecs:*:get", "ecs:*:create"])
        },
        EditRow(
            "a statement less",
            written(
                "Version: '1.1'\nStatement:\n  # reading\n  - Effect: Allow\n    Action: ['ecs:*:get']  # all\n  - Effect: Deny\n    Action: ['ecs:*:delete']\n"
            )
        ) {
            $0[.policy].fields[.document] = allowing(["ecs:*:get"])
        },
        EditRow(
            "JSON in a block",
            policy(
                "document: |\n  {\n    \"Version\": \"1.1\",\n    \"Statement\": [\n      {\"Effect\": \"Allow\", \"Action\": [\"ecs:*:get\"]}\n    ]\n  }\ndescription: X"
            )
        ) {
            $0[.policy].fields[.document] = allowing(["ecs:*:get"], ["obs:*:list"])
        },
        EditRow(
            "JSON in a file", ["m.yaml": policy("documentFile: d.json  # reviewed"), "d.json": jsonDocument]
        ) {
            $0[.policy].fields[.document] = allowing(["ecs:*:get", "ecs:*:list"])
        },
        EditRow(
            "JSON in a file that another policy names",
            [
                "m.yaml": policy("documentFile: d.json  # reviewed"),
                "n.yaml": policy("documentFile: d.json").replacing("x", by: "z"), "d.json": jsonDocument,
            ]
        ) { $0[.policy].fields[.document] = allowing(["ecs:*:list"]) },
        EditRow(
            "YAML in a file",
            [
                "m.yaml": policy("documentFile: documents/d.yaml"),
                "documents/d.yaml":
                    "# agreed\nVersion: '1.1'\nStatement:\n  - Effect: Allow  # it\n    Action: ['ecs:*:get']\n",
            ]
        ) {
            $0[.policy].fields[.document] = allowing(["ecs:*:get", "ecs:*:list"])
        },
        EditRow(
            "a condition",
            written(
                "Version: '1.1'\nStatement:\n  - Effect: Allow\n    Action: ['ecs:*:get']\n    Condition: {Bool: {'g:MFAPresent': ['true']}}  # MFA\n"
            )
        ) {
            $0[.policy].fields[.document] = .scalar(
                .document(
                    PolicyDocument([
                        "Version": "1.1",
                        "Statement": [
                            [
                                "Effect": "Allow", "Action": ["ecs:*:get"],
                                "Condition": [
                                    "Bool": ["g:MFAPresent": ["false"]],
                                    "StringEquals": ["g:UserName": ["x"]],
                                ],
                            ]
                        ],
                    ])))
        },
    ]

    static let aliasRows = [
        EditRow("the alias", group("displayName: &name Payments\ndescription: *name  # the same")) {
            $0[.group].fields[.description] = text("Pays")
        },
        EditRow(
            "the anchor: the other place keeps its value",
            group("displayName: &name Payments  # shown\ndescription: *name")
        ) { $0[.group].fields[.displayName] = text("Pay") },
        EditRow("the anchor goes", group("displayName: &name Payments\ndescription: *name")) {
            $0[.group].fields[.displayName] = nil
        },
        EditRow(
            "a list that is repeated",
            user("console: {protection: &all [vmfa, sms]}\noperationProtection: *all")
        ) {
            $0[.user].fields[.operationProtection] = .list(
                DesiredList(.exactly, ["vmfa", "sms", "email"].map(Item.word)))
        },
        EditRow(
            "an item of an anchored list",
            user("console:\n  protection: &all\n    - vmfa  # phones\n    - sms\noperationProtection: *all")
        ) {
            $0[.user].fields[.consoleProtection] = .list(DesiredList(.exactly, [.word("vmfa")]))
        },
        EditRow(
            "actions that are repeated",
            written(
                "Version: '1.1'\nStatement:\n  - Effect: Allow\n    Action: &read ['ecs:*:get']\n  - {Effect: Deny, Action: *read}"
            )
        ) {
            $0[.policy].fields[.document] = .scalar(
                .document(
                    PolicyDocument([
                        "Version": "1.1",
                        "Statement": [
                            ["Effect": "Allow", "Action": ["ecs:*:get", "ecs:*:list"]],
                            ["Effect": "Deny", "Action": ["ecs:*:get"]],
                        ],
                    ])))
        },
    ]

    static let manifestRows = [
        EditRow(
            "the first of two goes",
            "# Our people\n\n# Alice\n" + named("alice") + "---\n# Bob\n" + named("bob")
        ) {
            $0.objects[Address(.user, "alice")] = nil
        },
        EditRow(
            "the last of two goes", "---\n" + named("alice") + "# end of alice\n---\n# Bob\n" + named("bob")
        ) {
            $0.objects[Address(.user, "bob")] = nil
        },
        EditRow(
            "the only one goes, with its document",
            ["m.yaml": policy("documentFile: d.json"), "d.json": jsonDocument, "n.yaml": named("alice")]
        ) {
            $0.objects[Address(.policy, "x")] = nil
        },
        EditRow(
            "one goes, and what names it", ["m.yaml": team("members: [alice, bob]"), "n.yaml": named("erin")]
        ) {
            $0.objects[Address(.user, "bob")] = nil
            $0[.group].members?.items.removeLast()
        },
        EditRow("a new file", named("alice")) {
            $0.objects[Address(.user, "bob")] = DesiredObject(
                Address(.user, "bob"), fields: [.displayName: text("Bob")])
        },
        EditRow("a new document of a file", ["new/bob.yaml": named("alice")]) {
            $0.objects[Address(.user, "bob")] = DesiredObject(
                Address(.user, "bob"), fields: [.displayName: text("Bob")])
        },
        EditRow(
            "the other documents of a file stay as they are",
            named("erin") + "--- # x\n" + team("members: []  # none")
        ) {
            $0[.group].members?.items.append(Reference("alice"))
            $0.objects[Address(.user, "erin")]?.fields[.enabled] = .scalar(.boolean(false))
        },
    ]

    static let jsonDocument = """
        {
          "Version": "1.1",
          "Statement": [
            {
              "Effect": "Allow",
              "Action": [ "ecs:*:get" ]
            }
          ]
        }

        """
}
