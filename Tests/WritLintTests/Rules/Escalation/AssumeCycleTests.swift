import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct AssumeCycleTests {
    static let rows: [RuleRow] = [
        .manifests(
            "two agencies",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["iam:tokens:assume"]}]}
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: build}
            spec: {trust: ⟦[{account: "0123456789"}]⟧, policies: [rights]}
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: deploy}
            spec: {trust: [{account: "0123456789"}], policies: [rights]}
            """,
            messages: [
                "`agency/build` can assume `agency/deploy`, which leads back to it"
            ], help: "let one of them trust the other no longer"),
        .manifests(
            "three agencies, each named by the next", in: .aws,
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: ["sts:AssumeRole"], Resource: ["*"]}]}
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: a}
            spec: {trust: ⟦[{user: "arn:aws:iam::0123456789:role/c"}]⟧, policies: [rights]}
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: b}
            spec: {trust: [{user: "arn:aws:iam::0123456789:role/a"}], policies: [rights]}
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: c}
            spec: {trust: [{user: "arn:aws:iam::0123456789:role/b"}], policies: [rights]}
            """,
            messages: [
                "`agency/a` can assume `agency/b`, which can assume `agency/c`, which leads back to it"
            ]),
        .manifests(
            "one way only",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["iam:tokens:assume"]}]}
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: build}
            spec: {trust: [{account: partner}], policies: [rights]}
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: deploy}
            spec: {trust: [{account: "0123456789"}], policies: [rights]}
            """),
        .manifests(
            "the one that trusts may assume nothing",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: rights}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["iam:tokens:assume"]}]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: look}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: build}
            spec: {trust: [{account: "0123456789"}], policies: [rights]}
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: deploy}
            spec: {trust: [{account: "0123456789"}], policies: [look]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("assume-cycle", row) }
}
