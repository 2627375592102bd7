import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct CopiedSystemPolicyTests {
    static let rows: [RuleRow] = [
        .manifests(
            "the same in another order",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: ⟦look-at-iam⟧}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["iam:*:list*", "iam:*:get*", "iam:*:check*"]}]}
            """, messages: ["the policy means the same as the system policy `IAM ReadOnlyAccess`"],
            help: "attach `{system: IAM ReadOnlyAccess}` instead"),
        .manifests(
            "a little less",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: look-at-iam}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["iam:*:list*", "iam:*:get*"]}]}
            """),
        .manifests(
            "a little more",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: look-at-iam}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["iam:*:list*", "iam:*:get*", "iam:*:check*", "ecs:*:get*"]}]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("copied-system-policy", row) }
}
