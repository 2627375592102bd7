import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct UnprotectedOperationsTests {
    static let rows: [RuleRow] = [
        .manifests(
            "off",
            """
            apiVersion: writ/v1
            kind: SecuritySettings
            metadata: {name: default}
            spec: {operationProtection: {enabled: ⟦false⟧}}
            """,
            messages: ["dangerous operations ask for no second proof"],
            help: "write `operationProtection.enabled: true`",
            fixed: """
                apiVersion: writ/v1
                kind: SecuritySettings
                metadata: {name: default}
                spec: {operationProtection: {enabled: true}}
                """,
            applicability: .unsafe),
        .manifests(
            "on",
            """
            apiVersion: writ/v1
            kind: SecuritySettings
            metadata: {name: default}
            spec: {operationProtection: {enabled: true}}
            """),
        .manifests(
            "a cloud without it", in: .aws,
            """
            apiVersion: writ/v1
            kind: SecuritySettings
            metadata: {name: default}
            spec: {operationProtection: {enabled: false}}
            """),
        .manifests(
            "not stated",
            """
            apiVersion: writ/v1
            kind: SecuritySettings
            metadata: {name: default}
            spec: {inactivityDays: 90}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("unprotected-operations", row) }
}
