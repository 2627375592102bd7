import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct RemovableFactorTests {
    static let rows: [RuleRow] = [
        .manifests(
            "of every user",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: [⟦"iam:mfa:*"⟧]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {policies: [rights]}
            """,
            messages: [
                "`user/eve` may do `iam:mfa:unbindMFADevice` on `iam::0123456789:user:…`, which weakens the sign-in of other users"
            ]),
        .manifests(
            "as AWS calls it", in: .aws,
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: [⟦"iam:DeactivateMFADevice"⟧], Resource: ["*"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {policies: [rights]}
            """),
        .manifests(
            "its own only",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["iam:mfa:*"], Resource: ["iam:*:*:user:${g:UserName}"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {policies: [rights]}
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
        .manifests(
            "a Deny elsewhere",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["iam:mfa:*"]}]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: guard}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Deny, Action: ["iam:mfa:unbind*"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {policies: [rights, guard]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("removable-factor", row) }
}
