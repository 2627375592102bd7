import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct UnapprovedAccountTests {
    static let rows: [RuleRow] = [
        .manifests(
            "in a list",
            """
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: partner}
            spec:
              trust: ⟦[{account: harbor}]⟧
            """, messages: ["agency/partner trusts the account `harbor`, which is not on the list"],
            help: "take it out, or add it to `accounts` of the rule",
            options: ["accounts": .texts(["harbour"])]),
        .document(
            "in a document", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: {AWS: ⟦"arn:aws:iam::210987654321:role/audit"⟧}, Action: ["sts:AssumeRole"]}
            """, options: ["accounts": .texts(["harbour"])]),
        .manifests(
            "on the list",
            """
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: partner}
            spec:
              trust: [{account: harbour}]
            """, options: ["accounts": .texts(["harbour"])]),
        .manifests(
            "no list",
            """
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: partner}
            spec:
              trust: [{account: harbor}]
            """),
        .manifests(
            "the own account",
            """
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: partner}
            spec:
              trust: [{account: "0123456789"}]
            """, options: ["accounts": .texts(["harbour"])]),
        .manifests(
            "one user of it",
            """
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: partner}
            spec:
              trust: ⟦[{user: "iam::0f3c1a7e:user:ann"}]⟧
            """, messages: ["agency/partner trusts the account `0f3c1a7e`, which is not on the list"],
            options: ["accounts": .texts(["harbour"])]),
        .manifests(
            "an own user",
            """
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: partner}
            spec:
              trust: [{user: ann}]
            """, options: ["accounts": .texts(["harbour"])]),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("unapproved-account", row) }
}
