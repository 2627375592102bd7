import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct UnattachedPolicyTests {
    static let rows: [RuleRow] = [
        .manifests(
            "nothing names it",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: ⟦ledger-write⟧}
            spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}}
            """,
            messages: ["the policy `ledger-write` is attached to nothing"],
            help: "attach it, or delete its manifest"),
        .manifests(
            "a group holds it",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: ledger-write}
            spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: dev}
            spec: {policies: {atLeast: [ledger-write]}}
            """),
        .manifests(
            "it is only ruled out",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: ⟦ledger-write⟧}
            spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: dev}
            spec: {policies: {none: [ledger-write]}}
            """),
        .manifests(
            "something live holds it",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: ledger-write}
            spec: {document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}}
            """,
            observed: ObservedState(
                account: "0123456789",
                attachments: [
                    AttachmentKey(principal: Address(.group, "ops"), policy: .custom("ledger-write")):
                        ObservedAttachment(expires: nil, version: Version("1"))
                ])),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("unattached-policy", row) }
}
