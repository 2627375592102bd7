import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct RewritableTrustTests {
    static let rows: [RuleRow] = [
        .manifests(
            "every agency",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: [⟦"iam:agencies:updateAgency"⟧]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {policies: [rights]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: all}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["*:*:*"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: boss}
            spec: {policies: [all]}
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: deploy}
            spec: {trust: [{account: partner}], policies: [all]}
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: build}
            spec: {trust: [{account: partner}]}
            """,
            messages: [
                "`user/eve` can become an administrator: it changes whom to trust of `agency/deploy`, an administrator"
            ]),
        .manifests(
            "a weak agency only",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["iam:agencies:updateAgency"], Resource: ["iam:*:*:agencies:build"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {policies: [rights]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: all}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["*:*:*"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: boss}
            spec: {policies: [all]}
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: deploy}
            spec: {trust: [{account: partner}], policies: [all]}
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: build}
            spec: {trust: [{account: partner}]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("rewritable-trust", row) }
}
