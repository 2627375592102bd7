import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct ExpiredAttachmentTests {
    static let rows: [RuleRow] = [
        .manifests(
            "past its day",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {policies: [{system: Agent Operator}, ⟦{system: Tenant Guest, expires: 2024-01-01}⟧]}
            """,
            messages: ["`Tenant Guest` ended for `user/ann` with 2024-01-01"],
            help: "take it out, or move its end",
            fixed: """
                apiVersion: writ/v1
                kind: User
                metadata: {name: ann}
                spec: {policies: [{system: Agent Operator}]}
                """,
            applicability: .unsafe),
        .manifests(
            "the only one of an open list",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: ops}
            spec: {policies: {atLeast: [⟦{system: Tenant Guest, expires: 2024-01-01}⟧]}, description: On call}
            """,
            fixed: """
                apiVersion: writ/v1
                kind: Group
                metadata: {name: ops}
                spec: {description: On call}
                """,
            applicability: .unsafe),
        .manifests(
            "ends tonight",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {policies: [{system: Tenant Guest, expires: 2026-11-22}]}
            """),
        .manifests(
            "never ends",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {policies: [{system: Tenant Guest}]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("expired-attachment", row) }
}
