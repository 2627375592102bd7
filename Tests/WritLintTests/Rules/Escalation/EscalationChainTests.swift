import Testing
import WritDiagnostics
@testable import WritLint
import WritModel
import WritPolicy

@Suite struct EscalationChainTests {
    static let rows: [RuleRow] = [
        .manifests(
            "over an agency",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: [⟦"iam:tokens:assume"⟧]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: eve}
            spec: {policies: [rights]}
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: build}
            spec: {trust: [{account: "0123456789"}], policies: [passes]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: passes}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["iam:agencies:pass", "ecs:cloudServers:create"]}]}
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: servers}
            spec: {trust: [{service: op_svc_ecs}], policies: [all]}
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
            """,
            messages: [
                "`user/eve` can become an administrator in 2 steps"
            ], help: "cut one link: the one that fewest people need"),
        .manifests(
            "an agency that may do anything",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: [⟦"iam:tokens:assume"⟧]}]}
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
            metadata: {name: build}
            spec: {trust: [{account: "0123456789"}], policies: [all]}
            """,
            messages: [
                "`user/eve` can become an administrator: it assumes `agency/build`, an administrator"
            ]),
        .manifests(
            "the agency trusts nobody here",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["iam:tokens:assume"]}]}
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
            metadata: {name: build}
            spec: {trust: [{account: partner}], policies: [all]}
            """),
        .manifests(
            "the agency is weak",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["iam:tokens:assume"]}]}
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
            metadata: {name: build}
            spec: {trust: [{account: "0123456789"}], policies: [rights]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("escalation-chain", row) }

    @Test func theNotesAreTheChain() throws {
        let row = try #require(Self.rows.first)
        let notes = RuleSubject(row).findings(of: .escalationChain).first?.notes.map(\.message)
        #expect(
            notes == [
                "step 1: it assumes `agency/build`",
                "it may do `iam:tokens:assume` on `iam::0123456789:agencies:build`, by statement 1 of `policy/rights`",
                "which is attached to `user/eve`",
                "step 2: as `agency/build` it starts a server under `agency/servers`, an administrator",
                "it may do `iam:agencies:pass` on `iam::0123456789:agencies:servers`, by statement 1 of `policy/passes`",
                "which is attached to `agency/build`",
                "it may do `ecs:cloudServers:create`, by statement 1 of `policy/passes`",
                "which is attached to `agency/build`",
            ])
    }
}
