import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct MissingRoleDependencyTests {
    private static let role = """
        apiVersion: writ/v1
        kind: Policy
        metadata: {name: vpc}
        spec:
          document:
            Version: "1.0"
            Statement: [{Effect: Allow, Action: ["vpc:*:*"]}]
            Depends: [{catalog: BASE, display_name: Tenant Guest}]
        ---

        """

    private static func holding(_ policies: String) -> String {
        role + """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: net}
            spec: {policies: \(policies)}
            """
    }

    static let rows: [RuleRow] = [
        .manifests(
            "by itself", holding("[⟦vpc⟧]"),
            messages: ["`vpc` has no effect for `group/net` without `Tenant Guest`"],
            help: "attach what it needs with the same scope too, or take it off"),
        .manifests("with what it needs", holding("[vpc, {system: Tenant Guest}]")),
        .manifests(
            "with what it needs elsewhere",
            holding("[⟦vpc⟧, {system: Tenant Guest, scope: {project: cn-north-4}}]")),
        .manifests("in a list that does not say all", holding("{atLeast: [vpc]}")),
        .manifests(
            "a role that needs nothing",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: net}
            spec: {policies: [{system: Tenant Guest}]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("missing-role-dependency", row) }
}
