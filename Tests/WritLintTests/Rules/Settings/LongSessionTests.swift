import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct LongSessionTests {
    static let rows: [RuleRow] = [
        .manifests(
            "a day without a click",
            """
            apiVersion: writ/v1
            kind: SecuritySettings
            metadata: {name: default}
            spec: {session: {idleMinutes: ⟦1440⟧}}
            """,
            messages: ["sessions end after 1440 minutes without a click, later than after 60"],
            help: "write `session.idleMinutes: 60`",
            fixed: """
                apiVersion: writ/v1
                kind: SecuritySettings
                metadata: {name: default}
                spec: {session: {idleMinutes: 60}}
                """,
            applicability: .unsafe),
        .manifests(
            "two days",
            """
            apiVersion: writ/v1
            kind: SecuritySettings
            metadata: {name: default}
            spec: {session: {maximumHours: ⟦48⟧}}
            """,
            messages: ["sessions last 48 hours, more than 12"],
            fixed: """
                apiVersion: writ/v1
                kind: SecuritySettings
                metadata: {name: default}
                spec: {session: {maximumHours: 12}}
                """,
            applicability: .unsafe),
        .manifests(
            "for ever",
            """
            apiVersion: writ/v1
            kind: SecuritySettings
            metadata: {name: default}
            spec: {session: {maximumHours: ⟦0⟧}}
            """,
            messages: ["sessions never end while somebody clicks"],
            fixed: """
                apiVersion: writ/v1
                kind: SecuritySettings
                metadata: {name: default}
                spec: {session: {maximumHours: 12}}
                """,
            applicability: .unsafe),
        .manifests(
            "the limits themselves",
            """
            apiVersion: writ/v1
            kind: SecuritySettings
            metadata: {name: default}
            spec: {session: {idleMinutes: 60, maximumHours: 12}}
            """),
        .manifests(
            "as the site agreed",
            """
            apiVersion: writ/v1
            kind: SecuritySettings
            metadata: {name: default}
            spec: {session: {idleMinutes: 120}}
            """,
            options: ["idleMinutes": .integer(120)]),
        .manifests(
            "not stated",
            """
            apiVersion: writ/v1
            kind: SecuritySettings
            metadata: {name: default}
            spec: {inactivityDays: 90}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("long-session", row) }
}
