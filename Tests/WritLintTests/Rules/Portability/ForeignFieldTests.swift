import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct ForeignFieldTests {
    static let rows: [RuleRow] = [
        .manifests(
            "protection of operations",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {operationProtection: ⟦[vmfa]⟧, programmatic: true}
            """,
            messages: [
                "jd keeps no `operationProtection` of `user/ann`"
            ], options: ["dialects": .texts(["jd", "volcengine"])]),
        .manifests(
            "password rules are set in the console",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {minimumLength: ⟦12⟧}
            """, options: ["dialects": .texts(["volcengine", "aws"])]),
        .manifests(
            "what every cloud keeps",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {programmatic: true}
            """, options: ["dialects": .texts(["aws", "jd", "volcengine", "huawei-1.1"])]),
        .manifests(
            "nowhere to go",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {operationProtection: [vmfa]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("foreign-field", row) }
}
