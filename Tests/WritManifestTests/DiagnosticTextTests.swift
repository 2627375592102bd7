import Testing
import WritDiagnostics
import WritManifest
import WritModel
import WritReport
import WritTestKit

/// What people see: whole outputs for files with several mistakes, read by eye and kept as goldens.
@Suite struct DiagnosticTextTests {
    struct Row: CustomTestStringConvertible {
        var name: String
        var files: [String: String]

        var testDescription: String { name }
    }

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

    @Test(arguments: rows) func `several mistakes read well together`(_ row: Row) {
        let sources = row.files.mapValues { Array($0.utf8) }
        let text = render(
            decode(sources).diagnostics,
            sources: { path in sources[path].map { SourceText(path: path, bytes: $0) } }, style: .plain)
        expectGolden(text, named: row.name.replacing(" ", with: "-"))
    }

    @Test func `colours set off the parts and change nothing else`() {
        let bytes = Array(group("members: alice").utf8)
        let found = decode(["m.yaml": bytes]).diagnostics
        let sources = { (path: String) in SourceText(path: path, bytes: bytes) }
        let colored = render(found, sources: sources, style: .colored)
        let codes = /\u{1b}\[[0-9;]*m/
        #expect(colored.contains("\u{1b}[1;31merror[type.expected-list]\u{1b}[0m"))
        #expect(colored.replacing(codes, with: "") == render(found, sources: sources, style: .plain))
    }

    @Test func `no diagnostics are no text, and counts have their plural`() {
        #expect(render([], sources: { _ in nil }, style: .plain) == "")
        #expect(summary(of: [Diagnostic("a", "b")]) == "1 error")
        #expect(
            summary(of: [
                Diagnostic("a", .warning, "b"), Diagnostic("a", "b"), Diagnostic("a", "c"),
                Diagnostic("a", .note, "b"),
            ]) == "2 errors, 1 warning, 1 note")
    }

    @Test func `without its source a diagnostic has its place only`() {
        let place = SourceSpan(
            file: "a\u{1b}b.yaml", start: SourcePosition(line: 3, column: 2),
            end: SourcePosition(line: 3, column: 4))
        let text = render([Diagnostic("x.y", "it is", at: place)], sources: { _ in nil }, style: .plain)
        #expect(text == "error[x.y]: it is\n  --> a\\u{1b}b.yaml:3:2\n\n1 error\n")
    }

    @Test func `a span beyond the end of its line underlines one column`() {
        let place = SourceSpan(
            file: "m", start: SourcePosition(line: 1, column: 9), end: SourcePosition(line: 1, column: 12))
        let source = SourceText(path: "m", bytes: Array("ab\n".utf8))
        let text = render([Diagnostic("x.y", "it is", at: place)], sources: { _ in source }, style: .plain)
        #expect(text.contains(" 1 | ab\n   |   ^\n"))
    }

    @Test func `thousands of mistakes on one long line are told at once`() {
        let source = Array(String(repeating: "a ", count: 500_000).utf8)
        let found = (0..<20_000).map { index in
            let start = SourcePosition(line: 1, column: 1 + 50 * index)
            let end = SourcePosition(line: 1, column: 2 + 50 * index)
            return Diagnostic("x.y", "it is", at: SourceSpan(file: "m.yaml", start: start, end: end))
        }
        let clock = ContinuousClock()
        var text = ""
        let time = clock.measure {
            text = render(found, sources: { SourceText(path: $0, bytes: source) }, style: .plain)
        }
        #expect(text.hasSuffix("\n20000 errors\n"))
        #expect(text.split(separator: "\n").filter { $0.hasPrefix("   | ") }.count == 500)
        #expect(time < .seconds(8), "\(time)")
    }

    @Test func `a label stands beside the underline`() {
        let place = SourceSpan(
            file: "m", start: SourcePosition(line: 1, column: 2), end: SourcePosition(line: 1, column: 3))
        let source = SourceText(path: "m", bytes: Array("abc\n".utf8))
        let found = [Diagnostic("x.y", "it is", at: place, label: "this one")]
        let text = render(found, sources: { _ in source }, style: .plain)
        #expect(text.contains("   |  ^ this one\n"))
    }
}
