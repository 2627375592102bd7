import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct WideScopeTests {
    static let rows: [RuleRow] = [
        .manifests(
            "in the account",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: web-deploy, labels: {project: web-prod}}
            spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: web}
            spec: {policies: [⟦web-deploy⟧]}
            """,
            messages: [
                "`web-deploy` is for the project `web-prod`, and `group/web` holds it in the whole account"
            ],
            help: "write `scope: {project: web-prod}`",
            fixed: """
                apiVersion: writ/v1
                kind: Policy
                metadata: {name: web-deploy, labels: {project: web-prod}}
                spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}}
                ---
                apiVersion: writ/v1
                kind: Group
                metadata: {name: web}
                spec: {policies: [{name: web-deploy, scope: {project: web-prod}}]}
                """,
            applicability: .unsafe),
        .manifests(
            "in all projects",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: web-deploy, labels: {project: web-prod}}
            spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: web}
            spec: {policies: [⟦{name: web-deploy, scope: allProjects}⟧]}
            """,
            messages: ["`web-deploy` is for the project `web-prod`, and `group/web` holds it in all projects"]
        ),
        .manifests(
            "in its project",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: web-deploy, labels: {project: web-prod}}
            spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: web}
            spec: {policies: [{name: web-deploy, scope: {project: web-prod}}]}
            """),
        .manifests(
            "no label",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: web-deploy}
            spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: web}
            spec: {policies: [web-deploy]}
            """),
        .manifests(
            "another label",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: web-deploy, labels: {area: web-prod}}
            spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: web}
            spec: {policies: [⟦web-deploy⟧]}
            """,
            options: ["label": .text("area")]),
        .manifests(
            "ruled out",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: web-deploy, labels: {project: web-prod}}
            spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: web}
            spec: {policies: {none: [web-deploy]}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("wide-scope", row) }
}
