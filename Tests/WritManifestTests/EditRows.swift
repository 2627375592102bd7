import WritManifest
import WritModel

// Fields and lists.

extension EditTests {
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
}
