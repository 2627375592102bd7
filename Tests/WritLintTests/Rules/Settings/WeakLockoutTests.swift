import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct WeakLockoutTests {
    static let rows: [RuleRow] = [
        .manifests(
            "many failures",
            """
            apiVersion: writ/v1
            kind: SecuritySettings
            metadata: {name: default}
            spec: {lockout: {failures: ⟦16⟧}}
            """,
            messages: ["users are locked out after 16 failed logins, more than 5"],
            help: "write `lockout.failures: 5`",
            fixed: """
                apiVersion: writ/v1
                kind: SecuritySettings
                metadata: {name: default}
                spec: {lockout: {failures: 5}}
                """,
            applicability: .unsafe),
        .manifests(
            "a short time",
            """
            apiVersion: writ/v1
            kind: SecuritySettings
            metadata: {name: default}
            spec: {lockout: {minutes: ⟦10⟧}}
            """,
            messages: ["users are locked out for 10 minutes, fewer than 15"],
            help: "write `lockout.minutes: 15`",
            fixed: """
                apiVersion: writ/v1
                kind: SecuritySettings
                metadata: {name: default}
                spec: {lockout: {minutes: 15}}
                """,
            applicability: .unsafe),
        .manifests(
            "the limits themselves",
            """
            apiVersion: writ/v1
            kind: SecuritySettings
            metadata: {name: default}
            spec: {lockout: {failures: 5, minutes: 15}}
            """),
        .manifests(
            "as the site agreed",
            """
            apiVersion: writ/v1
            kind: SecuritySettings
            metadata: {name: default}
            spec: {lockout: {failures: 10}}
            """,
            options: ["mostFailures": .integer(10)]),
        .manifests(
            "not stated",
            """
            apiVersion: writ/v1
            kind: SecuritySettings
            metadata: {name: default}
            spec: {inactivityDays: 90}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("weak-lockout", row) }
}
