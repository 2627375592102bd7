import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct GroupWithoutPolicyTests {
    static let rows: [RuleRow] = [
        .manifests(
            "none",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: qa}
            spec: {⟦policies⟧: []}
            """,
            messages: ["the group `qa` holds no policy"],
            help: "attach what its members need, or delete its manifest"),
        .manifests(
            "one",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: qa}
            spec: {policies: [{system: Tenant Guest}]}
            """),
        .manifests(
            "nobody says",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: qa}
            spec: {}
            """),
        .manifests(
            "none in the live account",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: ⟦qa⟧}
            spec: {}
            """,
            observed: ObservedState(account: "0123456789")),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("group-without-policy", row) }
}
