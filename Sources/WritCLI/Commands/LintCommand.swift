internal import ArgumentParser
internal import WritDiagnostics
internal import WritLint
internal import WritManifest
internal import WritModel
internal import WritReport

/// `writ lint`.
struct LintCommand: RunningCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Find what an experienced reviewer would, in the manifests of a revision",
        discussion: """
            Exits with 4 for findings at the chosen weight. `writ rule CODE` tells about a rule; `lint` in writ.yaml sets \
            weights and options; a comment `# writ: allow CODE until DATE -- reason` waives a finding on its line, or in \
            the item or manifest below it.
            """)

    @OptionGroup var repository: RepositoryOptions
    @OptionGroup var facts: LiveFactsOptions
    @OptionGroup var lint: LintOptions

    @Option(
        help: ArgumentHelp(
            "Only findings that B has and the merge base with A has not, and those about the change itself",
            valueName: "A..B"))
    var changed: String?

    @Option(
        help: ArgumentHelp(
            "Known findings, which do not fail; what is mended is taken out of the file", valueName: "file"))
    var baseline: String?

    @Option(help: ArgumentHelp("Write all findings to a file for --baseline", valueName: "file"))
    var writeBaseline: String?

    @Flag(help: "Make the safe fixes in the working tree")
    var fix = false

    @Flag(help: "With --fix: make also the fixes that change what is declared")
    var unsafe = false

    @Option(help: ArgumentHelp("Judge dates at this day or time instead of now", valueName: "date"))
    var at: String?

    func validate() throws {
        if fix, !repository.worktree {
            throw ValidationError("--fix edits the working tree: give --worktree")
        }
        guard !unsafe || fix else { throw ValidationError("--unsafe goes with --fix") }
        guard changed == nil || repository.rev == nil else {
            throw ValidationError("--changed names the revision itself")
        }
        guard baseline == nil || writeBaseline == nil else {
            throw ValidationError("--baseline and --write-baseline exclude each other")
        }
    }

    func perform() async throws(Failure) -> WritExit {
        var repository = repository
        var base: String?
        if let changed {
            let range = try LintRange(changed)
            base = range.base
            if !repository.worktree { repository.rev = range.head }
        }
        let selected = try lint.selected()
        let moment = try at.map { text throws(Failure) in try instant(text) } ?? systemTime()
        var run = try await LintedRepository(
            repository, base: base, selected: selected, facts: facts, at: moment)
        if fix {
            let count = try await run.makeFixes(allowingUnsafe: unsafe)
            Terminal.error.write(
                render(notes: ["\(count) fix\(count == 1 ? "" : "es") made"], style: Terminal.error.style))
            if count > 0 {
                run = try await LintedRepository(
                    repository, base: base, selected: selected, facts: facts, at: moment)
            }
        }
        var findings = run.findings
        try keepBaseline(&findings, isWhole: selected.isEmpty && changed == nil && !run.hasErrors)
        let report = LintReport(
            findings: findings, diagnostics: run.diagnostics,
            failOn: lint.failOn ?? run.rules.failOn ?? .medium, rules: run.rules.rules)
        // What is wrong and no rule's is told apart from the findings, unless the format has a place for it.
        if lint.format == .text, !run.diagnostics.isEmpty {
            Terminal.error.write(
                render(run.diagnostics, sources: { run.sources[$0] }, style: Terminal.error.style))
        }
        await lint.write(report, files: run.files, sources: { run.sources[$0] }) {
            run.fixEdits(of: report.findings)
        }
        if let left = run.leftOut, left > 0 {
            let note = "\(left) finding\(left == 1 ? "" : "s") that the base has as well left out"
            Terminal.error.write(render(notes: [note], style: Terminal.error.style))
        }
        if run.hasErrors { return .failed }
        return report.fails ? .findings : .done
    }

    /// Reads, applies and shrinks the baseline, or writes a new one.
    private func keepBaseline(_ findings: inout [Finding], isWhole: Bool) throws(Failure) {
        if let path = writeBaseline {
            let text = Baseline(of: findings).json.prettyText
            try write(text, toFile: path)
            for index in findings.indices where !findings[index].isRefusal {
                findings[index].isInBaseline = true
            }
        }
        guard let path = baseline else { return }
        let bytes = try contents(
            ofFile: path, atMost: 64 << 20, whenMissing: "`writ lint --write-baseline \(path)` makes one")
        guard var known = Baseline(try json(bytes, from: "`\(path)`")) else {
            throw .message("`\(path)` is no baseline", help: "`--write-baseline` makes one")
        }
        let gone = known.apply(to: &findings, isWhole: isWhole)
        guard gone > 0 else { return }
        try rewrite(FileEdit(path, before: bytes, after: Array(known.json.prettyText.utf8)))
        let note = "\(gone) finding\(gone == 1 ? " is" : "s are") mended: `\(path)` is shorter now"
        Terminal.error.write(render(notes: [note], style: Terminal.error.style))
    }
}

/// `A..B`: what a review compares.
private struct LintRange {
    var base: String
    /// `nil` for the commit that would be read anyway.
    var head: String?

    init(_ text: String) throws(Failure) {
        let parts = text.components(around: "..")
        guard let base = parts.first, !base.isEmpty, parts.count <= 2, !text.contains("...") else {
            throw .message(
                "`\(text)` names no two revisions", help: "write `main..HEAD`, or `main` for what is read",
                .usage)
        }
        self.base = base
        head = parts.count == 2 && !parts[1].isEmpty ? parts[1] : nil
    }
}

extension String {
    fileprivate func components(around separator: String) -> [String] {
        guard let range = firstRange(of: separator) else { return [self] }
        return [String(self[..<range.lowerBound]), String(self[range.upperBound...])]
    }
}
