import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct ServiceUserConsoleTests {
    static let rows: [RuleRow] = [
        .manifests(
            "by its name",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: svc-ci}
            spec: {console: {enabled: ⟦true⟧}}
            """,
            messages: ["`svc-ci` is a program and can log in to the console"],
            help: "write `enabled: false` in `console`",
            fixed: """
                apiVersion: writ/v1
                kind: User
                metadata: {name: svc-ci}
                spec: {console: {enabled: false}}
                """,
            applicability: .unsafe),
        .manifests(
            "by a name of the site",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: build.robot}
            spec: {console: {enabled: ⟦true⟧}}
            """,
            options: ["names": .texts(["*.robot"])]),
        .manifests(
            "no login",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: svc-ci}
            spec: {console: {enabled: false}}
            """),
        .manifests(
            "a person",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {console: {enabled: true}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("service-user-console", row) }
}
