import Testing

/// A manifest or a `writ.yaml`, and what the schema has to say about it.
struct SchemaRow: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let schema: String
    let text: String

    init(_ description: String, _ schema: String, _ text: String) {
        (testDescription, self.schema, self.text) = (description, schema, text)
    }

    /// A manifest of `kind` with that spec.
    init(_ description: String, kind: String, name: String? = nil, metadata: String = "", _ spec: String) {
        let name = name ?? (kind == "PasswordPolicy" ? "default" : "x")
        let body = spec.isEmpty ? "" : "spec: {\(spec)}\n"
        self.init(
            description, "manifest",
            "apiVersion: writ/v1\nkind: \(kind)\nmetadata: {name: \(name)\(metadata)}\n" + body)
    }

    /// A `writ.yaml` with that target.
    init(_ description: String, target: String) {
        self.init(
            description, "configuration",
            "apiVersion: writ/v1\nkind: Configuration\ntargets: {production: \(target)}\n")
    }

    private static let statement = "Statement: [{Effect: Allow, Action: [\"a:b:c\"]}]"

    /// What a schema has to reject; Writ rejects each of them as well.
    static let rejected = [
        SchemaRow("no kind", "manifest", "apiVersion: writ/v1\nmetadata: {name: x}\n"),
        SchemaRow("no metadata", "manifest", "apiVersion: writ/v1\nkind: User\n"),
        SchemaRow("no name", "manifest", "apiVersion: writ/v1\nkind: User\nmetadata: {}\n"),
        SchemaRow("another version", "manifest", "apiVersion: writ/v2\nkind: User\nmetadata: {name: x}\n"),
        SchemaRow("an unknown kind", kind: "Grupo", ""),
        SchemaRow("the kind of writ.yaml", kind: "Configuration", ""),
        SchemaRow("a list at the top", "manifest", "- apiVersion: writ/v1\n"),
        SchemaRow("a text at the top", "manifest", "apiVersion\n"),
        SchemaRow(
            "an unknown key at the top", "manifest",
            "apiVersion: writ/v1\nkind: User\nmetadata: {name: x}\nstatus: {}\n"),
        SchemaRow("an unknown key of metadata", kind: "User", metadata: ", namespace: x", ""),
        SchemaRow("a name with a slash", kind: "Group", name: "a/b", ""),
        SchemaRow("a name with a space", kind: "Group", name: "a b", ""),
        SchemaRow("a name with a letter of another script", kind: "Group", name: "аdmin", ""),
        SchemaRow("a user's name that starts with a digit", kind: "User", name: "9lives", ""),
        SchemaRow("a name of 65 characters", kind: "Group", name: String(repeating: "n", count: 65), ""),
        SchemaRow("an empty name", kind: "Group", name: "''", ""),
        SchemaRow("a number as a name", kind: "Group", name: "42", ""),
        SchemaRow("a second password policy", kind: "PasswordPolicy", name: "strict", ""),
        SchemaRow("protect without a reason", kind: "Group", metadata: ", protect: true", ""),
        SchemaRow("formerly as a text", kind: "Group", metadata: ", formerly: billing", ""),
        SchemaRow("a label that is a number", kind: "Group", metadata: ", labels: {year: 2026}", ""),
        SchemaRow(
            "a spec that is null", "manifest",
            "apiVersion: writ/v1\nkind: Group\nmetadata: {name: x}\nspec:\n"),
        SchemaRow("an unknown field", kind: "User", "dispayName: Alice"),
        SchemaRow("another kind's field", kind: "Group", "email: a@b.example"),
        SchemaRow("an unknown field in a section", kind: "User", "console: {enable: true}"),
        SchemaRow("a field that is null", kind: "User", "description: null"),
        SchemaRow("a field without a value", kind: "User", "description: "),
        SchemaRow("a number as a text", kind: "User", "description: 1e3"),
        SchemaRow("a boolean as a text", kind: "User", "description: true"),
        SchemaRow("yes as a boolean", kind: "User", "enabled: yes"),
        SchemaRow("a quoted boolean", kind: "User", "enabled: \"true\""),
        SchemaRow(
            "a text that is too long", kind: "User", "displayName: \(String(repeating: "n", count: 129))"),
        SchemaRow("a line that is two", kind: "User", "displayName: \"a\\nb\""),
        SchemaRow("a line with an end", kind: "User", "displayName: \"a\\n\""),
        SchemaRow("no e-mail address", kind: "User", "email: alice"),
        SchemaRow("a phone number without country", kind: "User", "phone: \"138 0000 0000\""),
        SchemaRow("a word that is none of the choice", kind: "User", "operationProtection: [pigeon]"),
        SchemaRow("two invitations", kind: "User", "invitation: {email: a@b.c, account: d}"),
        SchemaRow("an access key without a name", kind: "User", "accessKeys: {keys: [{status: active}]}"),
        SchemaRow(
            "a recipient by its address", kind: "User", "accessKeys: {keys: [{name: a, deliverTo: a@b.c}]}"),
        SchemaRow(
            "a recipient by a short id", kind: "User",
            "accessKeys: {keys: [{name: a, deliverTo: \"gpg:C9D80514\"}]}"),
        SchemaRow(
            "a recipient in capitals", kind: "User",
            "accessKeys: {keys: [{name: a, deliverTo: AGE1QL3Z7HJY54PW3HYWW5AYYFG7ZQGVC7W3J2ELW8ZMRJ2KG5SFN9AQMCAC8P}]}"
        ),
        SchemaRow("an access key's secret", kind: "User", "accessKeys: {keys: [{name: a, secret: b}]}"),
        SchemaRow("a list as a text", kind: "Group", "members: alice"),
        SchemaRow("an unknown mode", kind: "Group", "members: {atleast: [alice]}"),
        SchemaRow("two modes", kind: "Group", "members: {atLeast: [alice], none: [bob]}"),
        SchemaRow("no mode", kind: "Group", "members: {}"),
        SchemaRow("a member twice", kind: "Group", "members: [alice, alice]"),
        SchemaRow("a member that is null", kind: "Group", "members: [alice, null]"),
        SchemaRow("a member with a role", kind: "Group", "members: [{name: alice}]"),
        SchemaRow("an attachment that names nothing", kind: "Group", "policies: [{scope: account}]"),
        SchemaRow("an attachment that names two", kind: "Group", "policies: [{name: a, system: b}]"),
        SchemaRow("an unknown scope", kind: "Group", "policies: [{name: a, scope: everywhere}]"),
        SchemaRow(
            "two scopes", kind: "Group", "policies: [{name: a, scope: {project: b, resourceGroup: c}}]"),
        SchemaRow("a date that is none", kind: "Group", "policies: [{name: a, expires: 2027-13-01}]"),
        SchemaRow("a date in words", kind: "Group", "policies: [{name: a, expires: tomorrow}]"),
        SchemaRow(
            "what is forbidden cannot expire", kind: "Group",
            "policies: {none: [{name: a, expires: 2027-01-01}]}"),
        SchemaRow("a policy without a spec", kind: "Policy", ""),
        SchemaRow("a policy without a document", kind: "Policy", "description: x"),
        SchemaRow(
            "a document and its file", kind: "Policy", "document: {\(statement)}, documentFile: a.json"),
        SchemaRow("a document in a text file", kind: "Policy", "documentFile: a.txt"),
        SchemaRow("a document from the root", kind: "Policy", "documentFile: /etc/a.json"),
        SchemaRow("a document without statements", kind: "Policy", "document: {Version: \"1.1\"}"),
        SchemaRow("a document with no statement", kind: "Policy", "document: {Statement: []}"),
        SchemaRow("a statement without effect", kind: "Policy", "document: {Statement: [{Action: a}]}"),
        SchemaRow("an effect that is none", kind: "Policy", "document: {Statement: [{Effect: allow}]}"),
        SchemaRow("no action", kind: "Policy", "document: {Statement: {Effect: Allow, Action: []}}"),
        SchemaRow(
            "an empty resource", kind: "Policy", "document: {Statement: {Effect: Deny, resource: [\" \"]}}"),
        SchemaRow("a version without quotes", kind: "Policy", "document: {Version: 1.1, \(statement)}"),
        SchemaRow(
            "a manifest as a document", kind: "Policy", "document: {apiVersion: writ/v1, \(statement)}"),
        SchemaRow("a text as a document", kind: "Policy", "document: allow everything"),
        SchemaRow("an agency that trusts nobody", kind: "Agency", "description: x"),
        SchemaRow(
            "an agency that trusts in two ways", kind: "Agency", "trust: [], trustPolicy: {\(statement)}"),
        SchemaRow("trust in a bare name", kind: "Agency", "trust: [acme]"),
        SchemaRow("trust in two at once", kind: "Agency", "trust: [{account: a, user: b}]"),
        SchemaRow("an account id that is a number", kind: "Agency", "trust: [{account: 123}]"),
        SchemaRow("a duration in weeks", kind: "Agency", "trust: [], duration: 2w"),
        SchemaRow("a session that is too short", kind: "Agency", "trust: [], maxSessionSeconds: 899"),
        SchemaRow("a password that is too short", kind: "PasswordPolicy", "minimumLength: 5"),
        SchemaRow("a length in quotes", kind: "PasswordPolicy", "minimumLength: \"14\""),
        SchemaRow("half a character", kind: "PasswordPolicy", "minimumLength: 14.5"),
        SchemaRow("no targets", "configuration", "apiVersion: writ/v1\nkind: Configuration\ntargets: {}\n"),
        SchemaRow(
            "targets as a list", "configuration", "apiVersion: writ/v1\nkind: Configuration\ntargets: []\n"),
        SchemaRow(
            "a target's name with a space", "configuration",
            "apiVersion: writ/v1\nkind: Configuration\ntargets: {a b: {account: x}}\n"),
        SchemaRow("a target without an account", target: "{store: sqlite}"),
        SchemaRow("an account id that is a number in a target", target: "{account: 42}"),
        SchemaRow("a store that does not exist", target: "{account: acme, store: oracle}"),
        SchemaRow("an endpoint in a commit", target: "{account: acme, endpoint: \"https://a.example\"}"),
        SchemaRow("no path", target: "{account: acme, paths: []}"),
        SchemaRow("a path that leads out", target: "{account: acme, paths: [../iam]}"),
        SchemaRow("a path from the root", target: "{account: acme, paths: [/iam]}"),
        SchemaRow("a path with a step back", target: "{account: acme, paths: [iam/../b]}"),
        SchemaRow("more than all", target: "{account: acme, guards: {removedEdges: {percent: 101}}}"),
        SchemaRow("an unknown guard", target: "{account: acme, guards: {removed: {floor: 1}}}"),
    ]

    /// What a schema must not reject: Writ accepts each of them.
    static let accepted = [
        SchemaRow("nothing but a name", kind: "User", ""),
        SchemaRow(
            "an empty spec", "manifest", "apiVersion: writ/v1\nkind: User\nmetadata: {name: x}\nspec: {}\n"),
        SchemaRow("a name of 64 characters", kind: "Group", name: String(repeating: "n", count: 64), ""),
        SchemaRow("a name with every mark", kind: "Group", name: "\"9_.-+=,@a\"", ""),
        SchemaRow("a policy's name with spaces", kind: "Policy", name: "9 a b", "document: {\(statement)}"),
        SchemaRow(
            "all of metadata", kind: "Group",
            metadata: ", formerly: [old, older], labels: {a: b}, protect: why, adopt: true", ""),
        SchemaRow("a text that looks like a word of YAML 1.1", kind: "User", "description: \"no\""),
        SchemaRow("a text at its limit", kind: "User", "displayName: \(String(repeating: "n", count: 128))"),
        SchemaRow("an empty text", kind: "User", "description: \"\""),
        SchemaRow("the shortest phone number", kind: "User", "phone: \"+1234\""),
        SchemaRow(
            "all of a user", kind: "User",
            """
            displayName: A, email: a@b, phone: "+86 138-0000", enabled: false, programmatic: true,
            console: {enabled: true, resetAtNextLogin: false, protection: [vmfa]}, operationProtection: {atLeast: []},
            accessKeys: {max: 0, maxAgeDays: 3650, keys: [{name: a, status: inactive, generation: 2,
              deliverTo: age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p}]},
            invitation: {account: partner}, groups: {atLeast: [{external: g}]}
            """),
        SchemaRow(
            "recipients of every sort", kind: "User",
            """
            accessKeys: {keys: [{name: a, deliverTo: "gpg:AC0DE1A0E61C6B9D6E4D3C2AF5E1F2B7C9D80514"},
            {name: b, deliverTo: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIElSITmYA3KgMETGO8eFNtxnqq+fU/57SWgAsM++7uIz ann@host"}]}
            """),
        SchemaRow("an empty list", kind: "Group", "members: []"),
        SchemaRow(
            "lists in other modes", kind: "Group",
            "members: {none: [{external: bob}]}, policies: {atLeast: []}"),
        SchemaRow(
            "every attachment", kind: "Group",
            """
            policies: [{external: p}, {system: FullAccess, scope: allProjects},
            {external: q, scope: {project: a}, expires: 2027-01-31},
            {external: r, scope: {enterpriseProject: a}, expires: "2027-01-31T12:00:00.5+08:00"},
            {external: s, scope: {resourceGroup: a}, expires: 2027-01-31t23:59:59z}]
            """),
        SchemaRow("a forbidden attachment", kind: "Group", "policies: {none: [{system: FullAccess}]}"),
        SchemaRow(
            "a document as JSON", "manifest",
            "apiVersion: writ/v1\nkind: Policy\nmetadata: {name: x}\nspec:\n  document: |\n"
                + "    {\"Statement\": {\"Effect\": \"Deny\", \"Action\": \"a:b:c\"}}\n"),
        SchemaRow(
            "a document in lower case", kind: "Policy",
            "document: {version: \"1.1\", statement: {effect: Allow, action: [\"a:b:c\"]}}"),
        SchemaRow(
            "bare values in a condition", kind: "Policy",
            "document: {Statement: {Effect: Deny, Action: \"*:*:*\", Condition: {Bool: {a: [true]}, N: {b: 3}}}}"
        ),
        SchemaRow(
            "a resource of several sorts", kind: "Policy",
            "document: {Statement: [{Effect: Allow, Action: a, Resource: {uri: [/iam/a]}, Sid: s}]}"),
        SchemaRow(
            "an agency that lasts", kind: "Agency",
            "trust: [{service: a}, {user: b}, {identityProvider: c}], duration: forever, maxSessionSeconds: 900"
        ),
        SchemaRow(
            "an agency with a native document", kind: "Agency",
            "trustPolicy: {Statement: [{Effect: Allow, Principal: {Service: [a]}, Action: [\"sts::assume\"]}]}"
        ),
        SchemaRow(
            "limits at their ends", kind: "PasswordPolicy", "minimumLength: 6, history: 24, validityDays: 0"),
        SchemaRow("nothing but an account", target: "{account: acme}"),
        SchemaRow("paths of every form", target: "{account: acme, paths: [./iam/, a/b.yaml, .hidden, a..b]}"),
        SchemaRow("the whole repository", target: "{account: acme, store: sqlite, paths: [.]}"),
        SchemaRow(
            "guards at their ends",
            target: "{account: acme, guards: {removedObjects: {floor: 0, percent: 100, ceiling: 1000000}}}"),
    ]
}
