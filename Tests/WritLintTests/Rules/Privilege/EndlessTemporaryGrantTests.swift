import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct EndlessTemporaryGrantTests {
    static let rows: [RuleRow] = [
        .manifests(
            "by the name of the policy",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec:
              policies: [⟦break-glass-network⟧]
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: break-glass-network}
            spec:
              document:
                Version: "1.1"
                Statement: [{Effect: Allow, Action: ["vpc:*:*"]}]
            """, messages: ["policy/break-glass-network on user/ann is called `break-glass` and has no end"],
            help: "add `expires:`"),
        .manifests(
            "by the name of the group",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: emergency}
            spec:
              policies: [⟦{system: FullAccess}⟧]
            """),
        .manifests(
            "a word of the site",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec:
              policies: [⟦{system: Loan}⟧]
            """, options: ["words": .texts(["loan"])]),
        .manifests(
            "with an end",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec:
              policies: [{system: Temp Admin, expires: 2026-12-01}]
            """),
        .manifests(
            "the policy has an end itself",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec:
              policies: [temp]
            ---
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: temp}
            spec:
              document:
                Version: "1.1"
                Statement: [{Effect: Allow, Action: ["vpc:*:*"], Condition: {DateLessThan: {"g:CurrentTime": ["2027-01-01T00:00:00Z"]}}}]
            """),
        .manifests(
            "part of another word",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec:
              policies: [{system: Template Administrator}]
            """),
        .manifests(
            "taken away",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec:
              policies: {none: [{system: Temp Admin}]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("endless-temporary-grant", row) }
}
