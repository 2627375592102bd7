import Testing
import WritLint
import WritManifest
import WritModel
import WritPolicy

@Suite struct LockOutTests {
    static let rows: [RuleRow] = [
        .manifests(
            "denied",
            """
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ⟦ann⟧}
            spec:
              policies: [all, no-iam]
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: all}
            spec:
              document:
                Version: "1.1"
                Statement: [{Effect: Allow, Action: ["*:*:*"]}]
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: no-iam}
            spec:
              document:
                Version: "1.1"
                Statement: [{Effect: Deny, Action: ["iam:*:*"]}]
            """,
            messages: [
                "no administrator is left: user/ann would be one, but `iam:users:createUser` is denied to it"
            ], help: "keep one enabled user who may manage users, groups and policies"),
        .manifests(
            "disabled",
            """
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ⟦ann⟧}
            spec:
              policies: [all]
              enabled: false
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: all}
            spec:
              document:
                Version: "1.1"
                Statement: [{Effect: Allow, Action: ["*:*:*"]}]
            """, messages: ["no administrator is left: user/ann would be one, but is disabled"]),
        .manifests(
            "past its end",
            """
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ⟦ann⟧}
            spec:
              policies: [{name: all, expires: 2026-01-31}]
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: all}
            spec:
              document:
                Version: "1.1"
                Statement: [{Effect: Allow, Action: ["*:*:*"]}]
            """, messages: ["no administrator is left: user/ann would be one, but what it holds has ended"]),
        .manifests(
            "another one is left",
            """
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec:
              policies: [all, no-iam]
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: bob}
            spec:
              policies: [all]
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: all}
            spec:
              document:
                Version: "1.1"
                Statement: [{Effect: Allow, Action: ["*:*:*"]}]
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: no-iam}
            spec:
              document:
                Version: "1.1"
                Statement: [{Effect: Deny, Action: ["iam:*:*"]}]
            """),
        .manifests(
            "administrators are not managed here",
            """
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec:
              policies: [read]
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: read}
            spec:
              document:
                Version: "1.1"
                Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]
            """),
        .manifests(
            "in one project only",
            """
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec:
              policies: [{name: all, scope: {project: north}}]
              enabled: false
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: all}
            spec:
              document:
                Version: "1.1"
                Statement: [{Effect: Allow, Action: ["*:*:*"]}]
            """),
    ]

    @Test(arguments: [
        (["all", "no-users"], ["`iam:users:createUser` is denied to user/applier, which applies plans"]),
        (["all"], []), (["some", "no-users"], []),
    ])
    func theApplierKeepsWhatItNeeds(_ policies: [String], _ messages: [String]) throws {
        let text = """
            apiVersion: writ/v1
            kind: User
            metadata: {name: applier}
            spec:
              policies: [\(policies.joined(separator: ", "))]
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: owner}
            spec:
              policies: [all]
            ---
            \(policy("all", #"{Effect: Allow, Action: ["iam:users:create*", "iam:permissions:*", "iam:roles:*"]}"#))
            ---
            \(policy("some", #"{Effect: Allow, Action: ["iam:users:*"]}"#))
            ---
            \(policy("no-users", #"{Effect: Deny, Action: ["iam:users:createUser"]}"#))
            """
        let parsed = ParsedManifests(files: [
            parseFile(ManifestFile(path: "iam/a.yaml", bytes: Array(text.utf8)))
        ])
        let decoding = decode(parsed, documents: [:])
        var target = Target(name: "main", account: "0123456789")
        target.guards.applier = Address(.user, "applier")
        let account = LintedAccount(
            target: target, state: decoding.state, sources: decoding.sources, asOf: Instant(epochSeconds: 0))
        let rules = RuleSet(ruleCatalogue.filter { $0.code == "SEC025" })
        #expect(lint(account, with: rules) { _ in nil }.findings.map(\.message) == messages)
    }

    private func policy(_ name: String, _ statement: String) -> String {
        """
        apiVersion: writ/v1
        kind: Policy
        metadata: {name: \(name)}
        spec: {document: {Version: "1.1", Statement: [\(statement)]}}
        """
    }

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("lock-out", row) }
}
