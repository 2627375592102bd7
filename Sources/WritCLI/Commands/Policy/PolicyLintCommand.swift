internal import ArgumentParser
internal import WritDiagnostics
internal import WritEngine
internal import WritLint
internal import WritManifest
internal import WritModel
internal import WritPolicy
internal import WritReport

/// `writ policy lint`.
struct PolicyLintCommand: RunningCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint", abstract: "Lint plain policy documents, without a repository",
        discussion: """
            A file holds a document, a list of documents, or a list of statements: YAML where its name says so, else \
            JSON. With --jsonl every line of a file is a document. Exits with 4 for findings at the chosen weight. \
            `writ rule CODE` tells about a rule.
            """)

    @Argument(help: ArgumentHelp("Policy documents; - reads standard input", valueName: "file"))
    var files: [String]

    @Option(help: "Whose policy language the documents are in: aws, huawei, jd or volcengine")
    var dialect: Dialect

    @Option(help: "What the documents are attached to: identity, resource or trust")
    var kind = PolicyKind.identity

    @Flag(help: "Every line of a file is a document, or an object with one under `policy`")
    var jsonl = false

    @Flag(help: "Make the safe fixes in the files")
    var fix = false

    @Flag(help: "With --fix: make also the fixes that change what is allowed")
    var unsafe = false

    @OptionGroup var lint: LintOptions

    func validate() throws {
        guard !fix || !jsonl && !files.contains("-") else {
            throw ValidationError("--fix edits files of one document each")
        }
        guard !unsafe || fix else { throw ValidationError("--unsafe goes with --fix") }
    }

    func perform() async throws(Failure) -> WritExit {
        let rules = RuleSet(selected: try lint.selected())
        var sources: [String: SourceText] = [:]
        for file in files {
            sources[file] = SourceText(path: file, bytes: try contents(ofFile: file, atMost: 256 << 20))
        }
        var report = await report(sources, rules)
        if fix {
            let fixed = try makeFixes(report, &sources, rules)
            if fixed > 0 { report = await self.report(sources, rules) }
            Terminal.error.write(
                render(notes: ["\(fixed) fix\(fixed == 1 ? "" : "es") made"], style: Terminal.error.style))
        }
        await lint.write(report, files: files, sources: { sources[$0] }) {
            // A line has no edits of its own.
            jsonl
                ? [:]
                : fixEdits(
                    of: report.findings,
                    in: FixableFiles(policies: sources.mapValues(\.bytes), dialect: dialect))
        }
        keepUntilExit(report)
        if report.diagnostics.hasErrors { return .failed }
        return report.fails ? .findings : .done
    }

    private func report(_ sources: [String: SourceText], _ rules: RuleSet) async -> LintReport {
        let texts = files.compactMap { sources[$0] }
        let found =
            jsonl
            ? await lintOnAllCores(
                // Small enough that the last one keeps nobody waiting long.
                shares: texts.flatMap { PolicyLines.shares(of: $0, size: 1 << 15) }, dialect: dialect,
                kind: kind, rules)
            : await lintOnAllCores(
                texts.map { PolicySubject(source: $0) }, dialect: dialect, kind: kind, rules)
        let diagnostics = jsonl ? [] : texts.flatMap { plainDocument($0).diagnostics }
        let adopted = adopt(diagnostics, with: rules)
        return LintReport(
            // The texts are in order already, and what is found in each.
            findings: adopted.findings.isEmpty ? found : (found + adopted.findings).ordered(),
            diagnostics: adopted.others,
            failOn: lint.failOn ?? .medium, rules: rules.rules)
    }

    /// Makes what may be made, again and again until nothing is left to make.
    private func makeFixes(
        _ report: LintReport, _ sources: inout [String: SourceText], _ rules: RuleSet
    ) throws(Failure) -> Int {
        var count = 0
        var edits: [String: FileEdit] = [:]
        var findings = report.findings
        for _ in 0..<mostFixRounds {
            let fixes = findings.compactMap { $0.fix(allowingUnsafe: unsafe) }
            let result = apply(
                fixes, to: FixableFiles(policies: sources.mapValues(\.bytes), dialect: dialect))
            if result.edits.isEmpty { break }
            count += result.count
            for edit in result.edits {
                edits[edit.path] = FileEdit(
                    edit.path, before: edits[edit.path]?.before ?? edit.before, after: edit.after)
                sources[edit.path] = SourceText(path: edit.path, bytes: edit.after ?? [])
            }
            let subjects = files.compactMap { sources[$0].map { PolicySubject(source: $0) } }
            findings = WritLint.lint(subjects, dialect: dialect, kind: kind, with: rules)
        }
        for edit in edits.values.sorted(by: { $0.path < $1.path }) { try rewrite(edit) }
        return count
    }
}
