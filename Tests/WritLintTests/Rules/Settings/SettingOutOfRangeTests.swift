import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct SettingOutOfRangeTests {
    static let rows: [RuleRow] = [
        .manifests(
            "longer than Huawei Cloud takes",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {minimumLength: ⟦40⟧}
            """,
            messages: ["`minimumLength` is 40, and the vendor takes 6 to 32"],
            help: "write `minimumLength: 32`",
            fixed: """
                apiVersion: writ/v1
                kind: PasswordPolicy
                metadata: {name: default}
                spec: {minimumLength: 32}
                """,
            applicability: .unsafe),
        .manifests(
            "as long as AWS takes",
            in: .aws,
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {minimumLength: 40}
            """),
        .manifests(
            "fewer classes than Huawei Cloud takes",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {minimumCharacterClasses: ⟦1⟧}
            """,
            fixed: """
                apiVersion: writ/v1
                kind: PasswordPolicy
                metadata: {name: default}
                spec: {minimumCharacterClasses: 2}
                """,
            applicability: .unsafe),
        .manifests(
            "more than JD Cloud takes",
            in: .jd,
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {history: ⟦12⟧}
            """),
        .manifests(
            "at the edge",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {validityDays: 180, minimumAgeMinutes: 1440, history: 24}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("setting-out-of-range", row) }
}
