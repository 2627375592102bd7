import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct UserWithoutGroupTests {
    static let rows: [RuleRow] = [
        .manifests(
            "in none",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: bob}
            spec: {⟦groups⟧: []}
            """,
            messages: ["`bob` is in no group"],
            help: "add a group, or delete the user"),
        .manifests(
            "in one, stated at the group",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: bob}
            spec: {}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: dev}
            spec: {members: [bob]}
            """),
        .manifests(
            "nobody says",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: bob}
            spec: {}
            """),
        .manifests(
            "disabled",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: bob}
            spec: {enabled: false, groups: []}
            """),
        .manifests(
            "a program that is left out",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ci-build}
            spec: {groups: []}
            """,
            options: ["except": .texts(["ci-*"])]),
        .manifests(
            "not in one that all are in",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: bob}
            spec: {⟦groups⟧: [dev]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {groups: [dev, all-staff]}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: dev}
            spec: {}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: all-staff}
            spec: {}
            """,
            messages: ["`bob` is not in `all-staff`, where every user has to be"],
            help: "add it to `groups`",
            options: ["required": .texts(["all-staff"])]),
        .manifests(
            "not in one whose members are exact",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ⟦bob⟧}
            spec: {}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: all-staff}
            spec: {members: [eve]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {}
            """,
            options: ["required": .texts(["all-staff"])]),
        .manifests(
            "in an external one, perhaps",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: bob}
            spec: {}
            """,
            options: ["required": .texts(["all-staff"])]),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("user-without-group", row) }
}
