import WritDiagnostics
import WritLint
import WritManifest
import WritModel
import WritPolicy

/// The text of a row, read as its form says.
struct RuleSubject {
    let row: RuleRow
    let path: String
    let marked: MarkedText

    init(_ row: RuleRow) {
        self.row = row
        path = if case .file(let path, _) = row.form { path } else { "iam/subject.yaml" }
        marked = MarkedText(RuleSubject.whole(row.text, row.form), file: path)
    }

    /// The text of the file: a document gets its manifest.
    static func whole(_ text: String, _ form: RuleRow.Form) -> String {
        guard case .document(let kind) = form else { return text }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let indented = lines.map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
        let head =
            kind == .trust
            ? "kind: Agency\nmetadata: {name: subject}\nspec:\n  trustPolicy:\n"
            : "kind: Policy\nmetadata: {name: subject}\nspec:\n  document:\n"
        return "apiVersion: writ/v1\n" + head + indented + "\n"
    }

    /// `line:column-column "text"`, for failures that can be read.
    func describe(_ span: SourceSpan?) -> String {
        guard let span else { return "nowhere" }
        let lines = marked.text.split(separator: "\n", omittingEmptySubsequences: false)
        var text = ""
        if span.start.line <= lines.count, span.start.line == span.end.line {
            let scalars = Array(lines[span.start.line - 1].unicodeScalars)
            let end = min(span.end.column - 1, scalars.count)
            if span.start.column - 1 <= end {
                text.unicodeScalars.append(contentsOf: scalars[(span.start.column - 1)..<end])
            }
        }
        return "\(span.file):\(span.start.line):\(span.start.column)-\(span.end.column) \(text)"
    }

    func findings(of rule: Rule) -> [Finding] { findings(of: rule, in: marked.text) }

    private func findings(of rule: Rule, in text: String) -> [Finding] {
        var settings = LintSettings()
        settings.levels = [:]
        for (name, value) in row.options {
            settings.options[rule.code, default: [:]][name] = LintSettings.Option(
                json(value), at: SourceSpan(startOf: "writ.yaml"), key: SourceSpan(startOf: "writ.yaml"))
        }
        let rules = RuleSet([rule], settings: settings, selected: [rule.code])
        let source = SourceText(path: path, bytes: Array(text.utf8))
        let texts: (String) -> SourceText? = { $0 == source.path ? source : nil }
        if case .file(let path, let kind) = row.form {
            return lint(
                policyFile(source, id: path, dialect: row.dialect, kind: kind), with: rules, texts: texts)
        }
        let (account, diagnostics) = account(text)
        let before = row.before.map { self.account($0).0 }
        return lint(account, before: before, diagnostics: diagnostics, with: rules, texts: texts).findings
    }

    private func account(_ text: String) -> (LintedAccount, [Diagnostic]) {
        let target = Target(name: "main", account: "0123456789", dialect: row.dialect)
        let parsed = ParsedManifests(files: [
            parseFile(ManifestFile(path: path, bytes: Array(text.utf8)))
        ])
        let decoding = decode(parsed, documents: [:])
        return (
            LintedAccount(
                target: target, state: decoding.state, sources: decoding.sources, observed: row.observed,
                asOf: row.asOf), decoding.diagnostics
        )
    }

    private func json(_ value: RuleOption.Value) -> JSONValue {
        switch value {
        case .integer(let value): .integer(value)
        case .boolean(let flag): .boolean(flag)
        case .text(let text): .string(text)
        case .texts(let texts): .array(texts.map(JSONValue.string))
        }
    }

    /// The text after all fixes of the findings.
    func fixing(_ findings: [Finding]) -> String? {
        let bytes = Array(marked.text.utf8)
        var files = FixableFiles(dialect: row.dialect)
        if case .file = row.form {
            files.policies = [path: bytes]
        } else {
            files.manifests = [ManifestFile(path: path, bytes: bytes)]
            let account = account(marked.text).0
            (files.state, files.sources) = (account.state, account.sources)
        }
        let result = apply(findings.compactMap(\.fixes.first), to: files)
        guard result.failures.isEmpty else { return "fix failed: \(result.failures)" }
        return result.edits.first?.after.map { String(decoding: $0, as: UTF8.self) } ?? marked.text
    }

    /// The findings where each one's line has a waiver: a comment in a manifest, an entry for a file.
    func withWaivers(of rule: Rule, for findings: [Finding]) -> [Finding] {
        if case .file = row.form {
            let entry = Waiver(
                rules: [rule.code], reason: "test", span: SourceSpan(startOf: "writ.yaml"), reach: .path(path)
            )
            return apply([entry], to: findings, with: RuleSet([rule]), at: row.asOf)
        }
        var lines = marked.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for line in Set(findings.compactMap(\.span?.start.line)) {
            lines[line - 1] += "  # writ: allow \(rule.code) -- test"
        }
        let text = lines.joined(separator: "\n")
        let source = SourceText(path: path, bytes: Array(text.utf8))
        return apply(
            waivers(in: source), to: self.findings(of: rule, in: text), with: RuleSet([rule]), at: row.asOf)
    }
}
