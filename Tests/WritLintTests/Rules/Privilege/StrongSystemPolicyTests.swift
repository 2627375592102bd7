import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct StrongSystemPolicyTests {
    static let rows: [RuleRow] = [
        .manifests(
            "on a user",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec:
              policies: [{system: IAM ReadOnlyAccess}, ⟦{system: Tenant Administrator}⟧]
            """,
            messages: [
                "user/ann holds the system policy `Tenant Administrator`, which comes close to the whole account"
            ], help: "attach what the work needs, or put the people into a group that holds it"),
        .manifests(
            "on an agency of another account",
            """
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: partner}
            spec:
              trust: [{account: harbour}]
              policies: [⟦{system: FullAccess}⟧]
            """),
        .manifests(
            "by its full name", in: .aws,
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec:
              policies: [⟦{system: "arn:aws:iam::aws:policy/AdministratorAccess"}⟧]
            """),
        .manifests(
            "of the site",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec:
              policies: [⟦{system: KMS Administrator}⟧]
            """, options: ["policies": .texts(["KMS Administrator"])]),
        .manifests(
            "not called strong",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec:
              policies: [{system: KMS Administrator}]
            """),
        .manifests(
            "a service of the cloud is another rule",
            """
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: servers}
            spec:
              trust: [{service: op_svc_ecs}]
              policies: [{system: FullAccess}]
            """),
        .manifests(
            "on a group",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: admins}
            spec:
              policies: [{system: FullAccess}]
            """),
        .manifests(
            "taken away",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec:
              policies: {none: [{system: FullAccess}]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("strong-system-policy", row) }
}
