extension DiagnosticTextTests {
    /// Files with several mistakes, each set a golden.
    static let rows = [
        Row(
            name: "misspellings",
            files: [
                "teams/payments.yaml": """
                apiVersion: writ/v1
                kind: Group
                metadata:
                  name: payments
                  lables: {owner: team-payments}
                spec:
                  desciption: Payments engineers
                  members: [alica, bob]
                ---
                apiVersion: writ/v1
                kind: Usr
                metadata: {name: carol}
                ---
                apiVersion: writ/v1
                kind: User
                metadata: {name: alice}
                ---
                apiVersion: writ/v1
                kind: User
                metadata: {name: bob}
                spec: {console: {protection: [vmfs]}}
                """
            ]),
        Row(
            name: "norway",
            files: [
                "users.yaml": """
                apiVersion: writ/v1
                kind: User
                metadata:
                  name: no
                spec:
                  description: 2024-01-01
                  enabled: yes
                  phone: +8613800000000
                  accessKeys: {max: "2", maxAgeDays: 1e2}
                """
            ]),
        Row(
            name: "nothing after the key",
            files: [
                "m.yaml": """
                apiVersion: writ/v1
                kind: Group
                metadata:
                  name: ops
                spec:
                  description:
                  members: null
                  policies:
                    -
                    - {system: FullAccess, expires: }
                """
            ]),
        Row(
            name: "duplicates",
            files: [
                "a.yaml": """
                apiVersion: writ/v1
                kind: User
                metadata: {name: alice}
                ---
                apiVersion: writ/v1
                kind: Group
                metadata: {name: ops}
                spec:
                  members: [alice, alice]
                  members: [bob]
                """,
                "b.yaml": """
                apiVersion: writ/v1
                kind: User
                metadata: {name: alice}
                ---
                apiVersion: writ/v1
                kind: Group
                metadata: {name: Ops}
                """,
            ]),
        Row(
            name: "disagreement",
            files: [
                "groups.yaml": """
                apiVersion: writ/v1
                kind: Group
                metadata: {name: ops}
                spec:
                  members:
                    - alice
                """,
                "users.yaml": """
                apiVersion: writ/v1
                kind: User
                metadata: {name: alice}
                spec: {groups: []}
                ---
                apiVersion: writ/v1
                kind: User
                metadata: {name: bob}
                spec: {groups: [ops]}
                """,
            ]),
        Row(
            name: "hidden characters",
            files: [
                "m.yaml": """
                apiVersion: writ/v1
                kind: User
                metadata: {name: "аdmin"}
                spec:
                  description: safe\u{202e}txet desrever\u{202c} and ad\u{200b}min
                  displayName: "\\x1b[2J"
                """
            ]),
        Row(
            name: "secrets",
            files: [
                "m.yaml": """
                apiVersion: writ/v1
                kind: User
                metadata: {name: ci}
                spec:
                  password: hunter2 # enabled: yes
                  enabled: {a: AKIAIOSFODNN7EXAMPLE}
                  description: |
                    -----BEGIN PRIVATE KEY-----
                    MIIEvQIBADANBgkqhkiG9w0BAQEFAASC
                    -----END PRIVATE KEY-----
                  displayName: AKIAIOSFODNN7EXAMPLE
                """
            ]),
        Row(
            name: "policy documents",
            files: [
                "policies/m.yaml": """
                apiVersion: writ/v1
                kind: Policy
                metadata: {name: ledger read}
                spec:
                  document:
                    Version: 1.1
                    Statement:
                      - Effect: allow
                        Action: []
                ---
                apiVersion: writ/v1
                kind: Policy
                metadata: {name: ledger-write}
                spec:
                  document: |
                    {
                      "Version": "1.1",
                      "Statement": [
                        {"Effect": "Allow", "Effect": "Deny"}
                      ]
                    }
                ---
                apiVersion: writ/v1
                kind: Policy
                metadata: {name: ledger-admin}
                spec: {documentFile: admin.json}
                ---
                apiVersion: writ/v1
                kind: Policy
                metadata: {name: ledger-owner}
                spec: {documentFile: owner.json}
                """,
                "policies/admin.json": """
                {
                  "Version": "1.1",
                  "Statement": [{"Effect": "Permit", "Resource": ""}]
                }
                """,
            ]),
        Row(
            name: "syntax",
            files: [
                "a.yaml": "apiVersion: writ/v1\nkind: Group\nmetadata:\n\tname: ops\n",
                "b.yaml": "apiVersion: writ/v1\nkind: Group\nmetadata: {name: ops\nspec: {}\n",
                "c.yaml": "apiVersion: writ/v1\nkind: Group\n  metadata: {name: ops}\n",
                "d.yaml": "apiVersion: writ/v1\nkind: \"Group\nmetadata: {name: ops}\n",
                "e.yaml": "{{ template }}\n",
                "f.yaml": "",
            ]),
        Row(
            name: "tabs and wide characters",
            files: [
                "m.yaml": """
                apiVersion: writ/v1
                kind: User
                metadata: {name: alice}
                spec: {displayName: "王小明",\tenabled:\tyes, description: 支付团队, email: 王}
                """
            ]),
        Row(
            name: "long lines",
            files: [
                "m.yaml": """
                apiVersion: writ/v1
                kind: Group
                metadata: {name: ops}
                spec: {members: [\((1...80).map { "{external: user-\($0)}" }.joined(separator: ", ")), no]}
                """
            ]),
        Row(
            name: "renames",
            files: [
                "m.yaml": """
                apiVersion: writ/v1
                kind: Group
                metadata: {name: payments, formerly: [billing]}
                ---
                apiVersion: writ/v1
                kind: Group
                metadata: {name: billing}
                ---
                apiVersion: writ/v1
                kind: Agency
                metadata: {name: deploy, protect: yes, adopt: "true"}
                spec:
                  duration: 0d
                  maxSessionSeconds: 60
                  policies: [FullAccess, {system: FullAcces}, {system: Agent Operator, scope: {projct: x}}]
                """
            ]),
    ]
}
