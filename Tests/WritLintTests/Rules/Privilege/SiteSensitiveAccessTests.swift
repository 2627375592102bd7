import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct SiteSensitiveAccessTests {
    static let rows: [RuleRow] = [
        .document(
            "through a wildcard",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["ecs:*:get*", ⟦"kms:*:*"⟧]}
            """,
            messages: [
                "the policy gives `kms:cmk:decryptData` on `kms:*:*:KeyId:prod`, which the site keeps for others"
            ], help: "take the access out, or add the policy to `policies` of the rule",
            options: [
                "access": .texts(["kms:cmk:decryptData on kms:*:*:KeyId:prod"]),
                "policies": .texts(["operators"]),
            ]),
        .document(
            "through what is not excluded", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - ⟦{Effect: Allow, NotAction: ["iam:*"], Resource: ["*"]}⟧
            """, options: ["access": .texts(["kms:Decrypt"])]),
        .document(
            "on another key",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["kms:*:*"], Resource: ["kms:*:*:KeyId:test"]}
            """,
            options: [
                "access": .texts(["kms:cmk:decryptData on kms:*:*:KeyId:prod"]),
                "policies": .texts(["operators"]),
            ]),
        .document(
            "denied",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["kms:*:*"]}
              - {Effect: Deny, Action: ["kms:cmk:decryptData"]}
            """,
            options: [
                "access": .texts(["kms:cmk:decryptData on kms:*:*:KeyId:prod"]),
                "policies": .texts(["operators"]),
            ]),
        .manifests(
            "in a policy that may",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: operators}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["kms:*:*"]}]}
            """,
            options: [
                "access": .texts(["kms:cmk:decryptData on kms:*:*:KeyId:prod"]),
                "policies": .texts(["operators"]),
            ]),
        .document(
            "no list",
            """
            Version: "1.1"
            Statement:
              - {Effect: Allow, Action: ["kms:*:*"]}
            """),
        .document(
            "a Deny",
            """
            Version: "1.1"
            Statement:
              - {Effect: Deny, Action: ["kms:*:*"]}
            """, options: ["access": .texts(["kms:cmk:decryptData"])]),
        .file(
            "the policy of a key", in: .aws, kind: .resource,
            """
            {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "0123456789"}, "Action": "kms:*", "Resource": "*"}]}
            """, options: ["access": .texts(["kms:Decrypt"])]),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("site-sensitive-access", row) }
}
