import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct ScopeBeyondProjectTests {
    static let rows: [RuleRow] = [
        .manifests(
            "the whole account",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: ops, labels: {project: north}}
            spec:
              policies: [⟦{system: FullAccess}⟧]
            """,
            messages: ["group/ops is labelled `project: north`, but `FullAccess` reaches the whole account"],
            help: "give the attachment the scope of the project"),
        .manifests(
            "all projects",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: ops, labels: {project: north}}
            spec:
              policies: [⟦{system: FullAccess, scope: allProjects}⟧]
            """),
        .manifests(
            "its project",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: ops, labels: {project: north}}
            spec:
              policies: [{system: FullAccess, scope: {project: north}}]
            """),
        .manifests(
            "no such label",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: ops, labels: {owner: north}}
            spec:
              policies: [{system: FullAccess}]
            """),
        .manifests(
            "a label of the site",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: ops, labels: {team: north}}
            spec:
              policies: [⟦{system: FullAccess}⟧]
            """, options: ["labels": .texts(["team"])]),
        .manifests(
            "taken away",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: ops, labels: {project: north}}
            spec:
              policies: {none: [{system: FullAccess}]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("scope-beyond-project", row) }
}
