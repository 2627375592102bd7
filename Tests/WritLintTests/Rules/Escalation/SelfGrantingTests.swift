import Testing
import WritDiagnostics
import WritLint
import WritModel
import WritPolicy

@Suite struct SelfGrantingTests {
    static let rows: [RuleRow] = [
        .manifests(
            "any policy to itself",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "5.0", Statement: [{Effect: Allow, Action: [⟦"iam:users:attachPolicyV5"⟧]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {policies: [rights]}
            """,
            messages: [
                "`user/eve` can become an administrator: it attaches any policy to itself"
            ]),
        .manifests(
            "as JD Cloud calls it", in: .jd,
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "3", Statement: [{Effect: Allow, Action: [⟦"iam:attachSubUserPolicy"⟧], Resource: ["*"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {policies: [rights]}
            """),
        .manifests(
            "as Volcengine calls it, in a project only", in: .volcengine,
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Statement: [{Effect: Allow, Action: [⟦"iam:AttachPolicyInProject"⟧], Resource: ["*"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {policies: [rights]}
            """, severity: .high),
        .manifests(
            "harmless policies only",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "5.0", Statement: [{Effect: Allow, Action: ["iam:users:attachPolicyV5"], Condition: {StringEquals: {"iam:PolicyURN": ["iam::system:policy:ReadOnly"]}}}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {policies: [rights]}
            """),
        .manifests(
            "reads only",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "5.0", Statement: [{Effect: Allow, Action: ["iam:users:list*"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {policies: [rights]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("self-granting", row) }
}
