import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct ExclusiveGroupsTests {
    static let rows: [RuleRow] = [
        .manifests(
            "both",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {groups: [contractors, ⟦employees⟧]}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: contractors}
            spec: {}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: employees}
            spec: {}
            """,
            messages: ["`ann` is in `contractors` and `employees`, which exclude each other"],
            help: "take it out of one of the two",
            options: ["pairs": .texts(["contractors and employees"])]),
        .manifests(
            "stated at the groups",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: contractors}
            spec: {members: [ann]}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: employees}
            spec: {members: [⟦ann⟧]}
            """,
            options: ["pairs": .texts(["contractors and employees"])]),
        .manifests(
            "one of them",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {groups: [contractors]}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: contractors}
            spec: {}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: employees}
            spec: {members: {none: [ann]}}
            """,
            options: ["pairs": .texts(["contractors and employees"])]),
        .manifests(
            "several on a side",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {groups: [guests, ⟦staff⟧]}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: guests}
            spec: {}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: staff}
            spec: {}
            """,
            options: ["pairs": .texts(["contractors, guests and staff"])]),
        .manifests(
            "no pairs",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {groups: [contractors, employees]}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: contractors}
            spec: {}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: employees}
            spec: {}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("exclusive-groups", row) }
}
