import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct EmptyGroupTests {
    static let rows: [RuleRow] = [
        .manifests(
            "no members",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: old}
            spec: {⟦members⟧: []}
            """,
            messages: ["nobody is in the group `old`"],
            help: "delete its manifest, or add who needs it"),
        .manifests(
            "one member",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: old}
            spec: {members: [ann]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {}
            """),
        .manifests(
            "people who come through a directory",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: old}
            spec: {members: []}
            ---
            apiVersion: writ/v1
            kind: IdentityProvider
            metadata: {name: corporate}
            spec:
              signIn: role
              oidc: {issuer: "https://login.example.com", clientIds: [writ]}
              mappings: [{name: all, when: [{attribute: sub}], groups: [old]}]
            """),
        .manifests(
            "members that are not stated",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: old}
            spec: {}
            """),
        .manifests(
            "members stated in part",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: old}
            spec: {members: {atLeast: []}}
            """),
        .manifests(
            "empty in the live account",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: ⟦old⟧}
            spec: {}
            """,
            observed: ObservedState(account: "0123456789")),
        .manifests(
            "a live member who stays",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: old}
            spec: {}
            """,
            observed: ObservedState(
                account: "0123456789", memberships: [Membership(user: "ann", group: "old"): Version("1")])),
        .manifests(
            "a live member who leaves",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: old}
            spec: {⟦members⟧: []}
            """,
            observed: ObservedState(
                account: "0123456789", memberships: [Membership(user: "ann", group: "old"): Version("1")])),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("empty-group", row) }
}
