import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct EditableFederationTests {
    static let rows: [RuleRow] = [
        .manifests(
            "a mapping",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: [⟦"iam:identityProviders:updateMapping"⟧]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {policies: [rights]}
            """,
            messages: [
                "`user/eve` can become an administrator: it changes whom an identity provider lets in, and as what"
            ]),
        .manifests(
            "reads only",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["iam:identityProviders:get*"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {policies: [rights]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("editable-federation", row) }
}
