import Testing
import WritManifest
import WritModel
import WritTestKit

/// Every sort of edit over texts that people write: the goldens show which lines change.
struct EditTests {
    @Test("edits of fields") func fields() { expect(EditTests.fieldRows, named: "edit-fields") }
    @Test("edits of lists") func lists() { expect(EditTests.listRows, named: "edit-lists") }
    @Test("edits of attachments") func attachments() {
        expect(EditTests.attachmentRows, named: "edit-attachments")
    }
    @Test("edits of documents") func documents() { expect(EditTests.documentRows, named: "edit-documents") }
    @Test("edits where a value is repeated") func aliases() {
        expect(EditTests.aliasRows, named: "edit-aliases")
    }
    @Test("edits of whole manifests") func manifests() {
        expect(EditTests.manifestRows, named: "edit-manifests")
    }

    private func expect(_ rows: [EditRow], named name: String) {
        expectGolden(
            rows.map { "# \($0.testDescription)\n\($0.diff())" }.joined(separator: "\n"), named: name)
    }

    static let fieldRows = [
        EditRow("a plain text", group("description: old  # why")) {
            $0[.group].fields[.description] = text("new")
        },
        EditRow("single quotes stay", group("description: 'old'")) {
            $0[.group].fields[.description] = text("it's new")
        },
        EditRow("double quotes stay", group("description: \"old\" # why")) {
            $0[.group].fields[.description] = text("new")
        },
        EditRow("a plain text that has to be quoted", group("description: old")) {
            $0[.group].fields[.description] = text("yes")
        },
        EditRow("several lines for one, its comment moves up", group("description: old  # why")) {
            $0[.group].fields[.description] = text("one\ntwo\n")
        },
        EditRow(
            "one line for a block, its comment moves up",
            group("description: |  # why\n  one\n  two\ndisplayName: X")
        ) { $0[.group].fields[.description] = text("new") },
        EditRow("a block for a block", group("description: |-\n  one\n\n  two\n\ndisplayName: X")) {
            $0[.group].fields[.description] = text("one\n\nthree")
        },
        EditRow("a text over several lines", group("description: \"one\n  two\"  # why")) {
            $0[.group].fields[.description] = text("new")
        },
        EditRow(
            "a missing field behind the one before it",
            user("displayName: X  # shown\n# below\nenabled: true")
        ) {
            $0[.user].fields[.email] = text("x@example.com")
        },
        EditRow("a missing field before all others", user("# may log in\nenabled: true")) {
            $0[.user].fields[.displayName] = text("X")
        },
        EditRow(
            "a missing field in a flow mapping",
            "apiVersion: writ/v1\nkind: User\nmetadata: {name: x}\nspec: {displayName: X, enabled: true}\n"
        ) {
            $0[.user].fields[.email] = text("x@example.com")
        },
        EditRow("a missing field and the mapping above it", user("displayName: X\npolicies: []")) {
            $0[.user].fields[.consoleEnabled] = .scalar(.boolean(true))
        },
        EditRow("a missing spec", user("")) { $0[.user].fields[.enabled] = .scalar(.boolean(false)) },
        EditRow("a missing field in a mapping below", user("console: {enabled: true}  # why")) {
            $0[.user].fields[.consoleResetAtNextLogin] = .scalar(.boolean(true))
        },
        EditRow(
            "a field goes, its comment stays", user("displayName: X  # shown\n# about enabled\nenabled: true")
        ) {
            $0[.user].fields[.enabled] = nil
        },
        EditRow(
            "the last field of a mapping goes", user("displayName: X\nconsole:\n  # why\n  enabled: true\n")
        ) {
            $0[.user].fields[.consoleEnabled] = nil
        },
        EditRow("the last field of a spec goes", user("displayName: X")) {
            $0[.user].fields[.displayName] = nil
        },
        EditRow(
            "no line end at the end of the file",
            "apiVersion: writ/v1\nkind: User\nmetadata: {name: x}\nspec:\n  enabled: true"
        ) {
            $0[.user].fields[.programmatic] = .scalar(.boolean(true))
        },
        EditRow("line ends of Windows", user("displayName: X\nenabled: true").replacingNewlines()) {
            $0[.user].fields[.email] = text("x@example.com")
            $0[.user].fields[.enabled] = .scalar(.boolean(false))
        },
        EditRow(
            "four spaces, and a number",
            "apiVersion: writ/v1\nkind: PasswordPolicy\nmetadata:\n    name: default\nspec:\n    minimumLength: 12 # agreed\n    history: 3\n"
        ) {
            $0[.passwordPolicy].fields[.minimumLength] = .scalar(.integer(14))
            $0[.passwordPolicy].fields[.validityDays] = .scalar(.integer(90))
        },
        EditRow(
            "metadata",
            "apiVersion: writ/v1\nkind: User\nmetadata:\n  name: x  # the one\n  labels: {owner: a, team: b}\n"
        ) {
            $0[.user].protect = "on-call needs it"
            $0[.user].formerly = ["y"]
            $0[.user].labels = ["owner": "c"]
        },
    ]

    static let listRows = [
        EditRow("an item more in brackets", team("members: [alice, bob]  # why")) {
            $0[.group].members?.items.append(Reference("carol"))
        },
        EditRow("an item more in an empty list", team("members: []  # nobody")) {
            $0[.group].members?.items.append(Reference("carol"))
        },
        EditRow("an item less in brackets: first", team("members: [alice, bob, carol]")) {
            $0[.group].members?.items.removeFirst()
        },
        EditRow("an item less in brackets: middle", team("members: [ alice, bob, carol ]")) {
            $0[.group].members?.items.remove(at: 1)
        },
        EditRow("an item less in brackets: last", team("members: [alice, bob, carol,]")) {
            $0[.group].members?.items.removeLast()
        },
        EditRow("brackets are emptied", team("members: [ alice ]")) { $0[.group].members?.items = [] },
        EditRow(
            "tall brackets: an item more, a comma more",
            team("members: [\n  alice,  # lead\n  bob  # deputy\n]")
        ) {
            $0[.group].members?.items.append(Reference("carol"))
        },
        EditRow(
            "tall brackets: the last goes, its comment stays",
            team("members: [\n  alice,  # lead\n  bob  # deputy\n]")
        ) { $0[.group].members?.items.removeLast() },
        EditRow("brackets over two lines", team("members: [alice, # lead\n  bob, carol]")) {
            $0[.group].members?.items.remove(at: 1)
        },
        EditRow(
            "a dash more, quoted as its neighbours", team("members:\n- 'alice' # lead\n- 'bob'\n# the end")
        ) {
            $0[.group].members?.items.append(Reference("carol"))
        },
        EditRow(
            "a dash less, its comments stay", team("members:\n  # on leave\n  - alice  # lead\n\n  - bob\n")
        ) {
            $0[.group].members?.items.removeFirst()
        },
        EditRow("dashes are emptied", team("members:\n  # on leave\n  - alice  # lead\ndescription: X")) {
            $0[.group].members?.items = []
        },
        EditRow("at least", team("members: {atLeast: [alice]}")) {
            $0[.group].members?.items.append(Reference("bob"))
        },
        EditRow("none of, with dashes", team("members:\n  none:\n    - alice # never\n    - bob\n")) {
            $0[.group].members?.items.removeFirst()
        },
        EditRow("external names", team("members: [{external: dave}, bob]")) {
            $0[.group].members?.items = [Reference("bob"), Reference("erin", isExternal: true)]
        },
        EditRow("another mode", team("members: [alice]  # why")) {
            $0[.group].members = DesiredList(.atLeast, [Reference("alice")])
        },
        EditRow("another order", team("members:\n  - alice\n  - bob\n")) {
            $0[.group].members?.items.swapAt(0, 1)
        },
        EditRow("words", user("operationProtection: [vmfa, sms]")) {
            $0[.user].fields[.operationProtection] = .list(
                DesiredList(.exactly, [.word("sms"), .word("email")]))
        },
        EditRow("trust", agency("trust:\n  - account: partner  # since May\n  - {service: op_svc_ecs}")) {
            $0[.agency].fields[.trust] = .list(
                DesiredList(
                    .exactly,
                    [
                        .trust(TrustPrincipal(.service, "op_svc_ecs")),
                        .trust(TrustPrincipal(.user, "acme/eve")),
                    ]))
        },
        EditRow(
            "access keys",
            user(
                "accessKeys:\n  keys:\n    - name: ci  # the robot\n      generation: 1\n    - {name: old, status: inactive}"
            )
        ) {
            $0[.user].fields[.accessKeysKeys] = .list(
                DesiredList(
                    .exactly,
                    [
                        .accessKey(DeclaredAccessKey(name: "ci", status: .inactive)),
                        .accessKey(DeclaredAccessKey(name: "old", generation: 2)),
                    ]))
        },
    ]

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

    private static let jsonDocument = """
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

/// The group `x` with that spec, and the users that it may name.
private func team(_ spec: String) -> String {
    (["alice", "bob", "carol"].map(named) + [group(spec)]).joined(separator: "---\n")
}

/// The group `x` with those policies, and the policies `p` and `q`.
private func attached(_ policies: String) -> String {
    let document = "document: {Version: '1.1', Statement: [{Effect: Allow, Action: ['ecs:*:get']}]}"
    return (["p", "q"].map { manifest(.policy, document, name: $0) } + [group("policies: \(policies)")])
        .joined(separator: "---\n")
}

/// The policy `x` with that document.
private func written(_ document: String) -> String {
    policy("document:\n" + document.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))
}

extension String {
    fileprivate func replacingNewlines() -> String {
        split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    }

    fileprivate func replacing(_ name: String, by other: String) -> String {
        split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0 == "  name: \(name)" ? "  name: \(other)" : String($0) }.joined(separator: "\n")
    }
}
