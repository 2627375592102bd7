import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct RewritablePolicyTests {
    static let rows: [RuleRow] = [
        .manifests(
            "every policy",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "5.0", Statement: [{Effect: Allow, Action: [⟦"iam:policies:createVersionV5"⟧]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {policies: [rights]}
            """,
            messages: [
                "`user/eve` can become an administrator: it rewrites a policy it holds"
            ], help: "name the policies that may be written, none of which reaches whoever may write them"),
        .manifests(
            "a group of people",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: [⟦"iam:roles:updateRole"⟧]}]}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: team}
            spec: {members: [eve, ann], policies: [rights]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {displayName: Eve}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {displayName: Ann}
            """,
            messages: [
                "`user/ann`, `user/eve` can become administrators: each rewrites a policy it holds"
            ]),
        .manifests(
            "as AWS calls it", in: .aws,
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: [⟦"iam:CreatePolicyVersion"⟧], Resource: ["*"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {policies: [rights]}
            """),
        .manifests(
            "other policies only",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "5.0", Statement: [{Effect: Allow, Action: ["iam:policies:createVersionV5"], Resource: ["iam:*:*:policy:reports-*"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {policies: [rights]}
            """),
        .manifests(
            "a Deny on another policy",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "5.0", Statement: [{Effect: Allow, Action: ["iam:policies:createVersionV5"]}]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: guard}
            spec:
              document: {Version: "5.0", Statement: [{Effect: Deny, Action: ["iam:policies:*"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {policies: [rights, guard]}
            """),
        .manifests(
            "an administrator",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["*:*:*"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {policies: [rights]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("rewritable-policy", row) }
}
