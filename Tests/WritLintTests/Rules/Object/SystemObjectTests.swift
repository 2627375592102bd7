import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct SystemObjectTests {
    static let rows: [RuleRow] = [
        .manifests(
            "a system policy",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: ⟦Tenant Guest⟧}
            spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}}
            """,
            messages: ["`Tenant Guest` is a system policy, which no manifest can change"],
            help: "attach it as `{system: Tenant Guest}`"),
        .manifests(
            "a system policy of Volcengine",
            in: .volcengine,
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: ⟦ReadOnlyAccess⟧}
            spec: {document: {Statement: [{Effect: Allow, Action: ["*"], Resource: ["*"]}]}}
            """),
        .manifests(
            "a name of another cloud",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: ReadOnlyAccess}
            spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}}
            """),
        .manifests(
            "what the built-in group holds",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: admin}
            spec: {members: [], ⟦policies⟧: [{system: FullAccess}]}
            """,
            messages: ["the permissions of the built-in group `admin` cannot be changed"]),
        .manifests(
            "what the built-in group says",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: admin}
            spec: {description: ⟦ours⟧}
            """,
            messages: ["`description` of the built-in group `admin` cannot be changed"]),
        .manifests(
            "who is in the built-in group",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: admin}
            spec: {members: [ann]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {}
            """),
        .manifests(
            "a region",
            """
            apiVersion: writ/v1
            kind: Project
            metadata: {name: ⟦cn-north-4⟧}
            spec: {}
            """,
            messages: ["`cn-north-4` is a project built into the cloud, which no manifest can change"],
            help: "delete the manifest; attachments name the project as it is"),
        .manifests(
            "a project in a region",
            """
            apiVersion: writ/v1
            kind: Project
            metadata: {name: cn-north-4_payments}
            spec: {}
            """),
        .manifests(
            "what a service owns",
            in: .aws,
            """
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: ⟦AWSServiceRoleForSupport⟧}
            spec: {trust: []}
            """,
            messages: ["`AWSServiceRoleForSupport` is linked to a service, which alone makes and changes it"],
            help: "delete the manifest; the service looks after it"),
        .manifests(
            "an agency to a service",
            """
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: cce}
            spec: {trust: [{account: op_svc_cce}]}
            """),
        .manifests(
            "a group of that name elsewhere",
            in: .aws,
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: admin}
            spec: {description: ours}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("system-object", row) }
}
