import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct UserNameInPasswordTests {
    static let rows: [RuleRow] = [
        .manifests(
            "allowed",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {forbidUserName: ⟦false⟧}
            """,
            messages: ["passwords may be the name of the user"],
            help: "write `forbidUserName: true`",
            fixed: """
                apiVersion: writ/v1
                kind: PasswordPolicy
                metadata: {name: default}
                spec: {forbidUserName: true}
                """,
            applicability: .unsafe),
        .manifests(
            "forbidden",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {forbidUserName: true}
            """),
        .manifests(
            "not stated",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {history: 10}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("user-name-in-password", row) }
}
