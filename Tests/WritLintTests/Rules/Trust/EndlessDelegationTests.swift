import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct EndlessDelegationTests {
    static let rows: [RuleRow] = [
        .manifests(
            "for ever",
            """
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: partner}
            spec:
              trust: [{account: harbour}]
              duration: ⟦forever⟧
            """, messages: ["agency/partner delegates to others without an end"],
            help: "write a number of days such as `duration: 365d`"),
        .manifests(
            "not said",
            """
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: ⟦partner⟧}
            spec:
              trust: [{account: harbour}]
            """),
        .manifests(
            "long sessions",
            """
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: partner}
            spec:
              trustPolicy:
                Version: "5.0"
                Statement:
                  - {Effect: Allow, Principal: {IAM: ["0f3c1a7e9d2b4c58a6e1b7d905c4f832"]}, Action: ["sts:agencies:assume"]}
              maxSessionSeconds: ⟦43200⟧
            """, messages: ["sessions under agency/partner may last longer than 4 hours"],
            help: "write at most 14400"),
        .manifests(
            "a limit of the site",
            """
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: partner}
            spec:
              trust: [{account: harbour}]
              duration: 30d
              maxSessionSeconds: ⟦7200⟧
            """, options: ["maxSessionHours": .integer(1)]),
        .manifests(
            "a year",
            """
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: partner}
            spec:
              trust: [{account: harbour}]
              duration: 365d
              maxSessionSeconds: 3600
            """),
        .manifests(
            "services stay",
            """
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: servers}
            spec:
              trust: [{service: op_svc_ecs}]
              duration: forever
            """),
        .manifests(
            "another vendor knows no end", in: .volcengine,
            """
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: partner}
            spec:
              trust: [{account: "2100000000"}]
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("endless-delegation", row) }
}
