import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct WholeForeignAccountTests {
    static let rows: [RuleRow] = [
        .document(
            "by its document", kind: .trust,
            """
            Version: "5.0"
            Statement:
              - {Effect: Allow, Principal: {IAM: [⟦"0f3c1a7e9d2b4c58a6e1b7d905c4f832"⟧]}, Action: ["sts:agencies:assume"]}
            """,
            messages: ["agency/subject trusts everybody of the account `0f3c1a7e9d2b4c58a6e1b7d905c4f832`"],
            help: "name the role or user, or add a condition on the caller's name"),
        .manifests(
            "by its list",
            """
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: partner}
            spec:
              trust: ⟦[{account: harbour}]⟧
            """, messages: ["agency/partner trusts everybody of the account `harbour`"],
            help:
                "use `trustPolicy` with a condition on the caller's name, where the vendor has trust documents"
        ),
        .manifests(
            "another account of the site",
            """
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: partner}
            spec:
              trust: [{account: harbour}]
            """, options: ["ownAccounts": .texts(["harbour"])]),
        .manifests(
            "a service",
            """
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: servers}
            spec:
              trust: [{service: op_svc_ecs}]
            """),
        .manifests(
            "a service of the older model, named as an account",
            """
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: servers}
            spec:
              trust: [{account: op_svc_ecs}]
            """),
        .document(
            "one caller of it", kind: .trust,
            """
            Version: "5.0"
            Statement:
              - {Effect: Allow, Principal: {IAM: ["0f3c1a7e9d2b4c58a6e1b7d905c4f832"]}, Action: ["sts:agencies:assume"], Condition: {StringEquals: {"g:PrincipalUrn": ["iam::0f3c:user:ann"]}}}
            """),
        .document(
            "a role of it", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: {AWS: "arn:aws:iam::210987654321:role/audit"}, Action: ["sts:AssumeRole"]}
            """),
        .document(
            "the own account", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Principal: {AWS: "0123456789"}, Action: ["sts:AssumeRole"]}
            """),
        .document(
            "a Deny", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Deny, Principal: {AWS: "210987654321"}, Action: ["sts:AssumeRole"]}
            """),
        .document(
            "everybody but that account is another rule", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, NotPrincipal: {AWS: "210987654321"}, Action: ["sts:AssumeRole"]}
            """),
        .manifests(
            "taken away",
            """
            ---
            apiVersion: writ/v1
            kind: Agency
            metadata: {name: partner}
            spec:
              trust: {none: [{account: harbour}]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("whole-foreign-account", row) }
}
