import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct BrokenConventionTests {
    static let rows: [RuleRow] = [
        .manifests(
            "no owner",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ⟦bob⟧}
            spec: {}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann, labels: {owner: payments}}
            spec: {}
            """,
            messages: ["`user/bob` has no label `owner`"],
            help: "add it to `labels` in `metadata`",
            options: ["labels": .texts(["owner"])]),
        .manifests(
            "another name",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: ⟦Ledger⟧}
            spec: {}
            ---
            apiVersion: writ/v1
            kind: Group
            metadata: {name: team-ledger}
            spec: {}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ledger}
            spec: {}
            """,
            messages: ["`group/Ledger` is not named as a group is: `team-*` and `all-*`"],
            options: ["names": .texts(["group/team-*", "group/all-*"])]),
        .manifests(
            "the password policy needs neither",
            """
            apiVersion: writ/v1
            kind: PasswordPolicy
            metadata: {name: default}
            spec: {history: 10}
            """,
            options: ["labels": .texts(["owner"])]),
        .manifests(
            "nothing is set",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: bob}
            spec: {}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("broken-convention", row) }

    @Test func tellsOfTheTarget() {
        let row = RuleRow.manifests(
            "no kind",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {}
            """, options: ["names": .texts(["team-*"])])
        expectOfTarget("broken-convention", row, ["`team-*` of the option `names` cannot be read"])
    }
}
