import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct ForbiddenAccessTests {
    static let rows: [RuleRow] = [
        .manifests(
            "a wildcard gives it",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: all}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: [⟦"*:*:*"⟧]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {policies: [all]}
            """, messages: ["`user/ann` may do `organizations:…:…`, which `organizations:*:*` forbids"],
            options: ["forbidden": .texts(["organizations:*:*"])]),
        .manifests(
            "on a resource", in: .aws,
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: logs}
            spec:
              document:
                Version: "2012-10-17"
                Statement: {Effect: Allow, Action: ⟦"s3:*"⟧, Resource: "arn:aws:s3:::logs/*"}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {policies: [logs]}
            """, options: ["forbidden": .texts(["s3:Delete* on arn:aws:s3:::logs/audit/*"])]),
        .manifests(
            "a Deny elsewhere",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: all}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["*:*:*"]}]}
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: guard}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Deny, Action: ["organizations:*:*"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {policies: [all, guard]}
            """, options: ["forbidden": .texts(["organizations:*:*"])]),
        .manifests(
            "somebody who is exempt",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: all}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["*:*:*"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {policies: [all]}
            """,
            options: [
                "forbidden": .texts(["organizations:*:*"]), "exempt": .texts(["user/ann"]),
            ]),
        .manifests(
            "nothing is forbidden",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: all}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["*:*:*"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {policies: [all]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("forbidden-access", row) }
}
