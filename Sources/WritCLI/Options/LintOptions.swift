internal import ArgumentParser
internal import WritDiagnostics
internal import WritEngine
internal import WritLint
internal import WritManifest
internal import WritModel
internal import WritReport

/// Which rules run, and how findings are written.
struct LintOptions: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, sarif, junit, github, gitlab
    }

    @Option(
        help: ArgumentHelp(
            "Only these rules, by code, name or letters of a family, such as SEC001 or ESC; repeatable",
            valueName: "rule"))
    var select: [String] = []

    @Option(
        help: ArgumentHelp(
            "Findings of this weight and above make it exit with 4: info, low, medium, high, critical or error",
            valueName: "weight"))
    var failOn: LintSeverity?

    @Option(help: "text, json, sarif, junit, github (workflow commands) or gitlab (Code Quality)")
    var format = Format.text

    /// - Throws: ``Failure`` for a rule that does not exist.
    func selected() throws(Failure) -> Set<String> {
        for name in select
        where RuleFamily(rawValue: name) == nil
            && !ruleCatalogue.contains(where: { $0.code == name || $0.name == name })
        {
            let near = nearestName(to: name, among: ruleCatalogue.flatMap { [$0.code, $0.name] })
            throw .message(
                "there is no rule `\(name)`",
                help: near.map { "did you mean `\($0)`?" } ?? "`writ rule` lists the rules", .usage)
        }
        return Set(select)
    }

    /// Writes a report to standard output.
    ///
    /// - Parameters:
    ///   - files: the files that were looked at.
    ///   - edits: what each finding's first fix would do, worked out only where a format shows it.
    func write(
        _ report: LintReport, files: [String], sources: @escaping (String) -> SourceText?,
        edits: () -> [Int: [FileEdit]]
    ) async {
        let style: Style = format == .text && Terminal.output.takesColors ? .colored : .plain
        switch format {
        case .text: Terminal.output.write(render(report, sources: sources, style: style))
        case .json:
            for piece in await inertJSON(report, edits: edits()) { Terminal.output.writeAsIs(piece) }
        case .sarif:
            Terminal.output.write(sarif(report, version: Writ.version, edits: edits()).prettyText)
        case .junit: Terminal.output.write(junit(report, files: files))
        case .github: Terminal.output.writeAsIs(githubAnnotations(report))
        case .gitlab: Terminal.output.write(gitlabCodeQuality(report).prettyText)
        }
    }
}

extension LintSeverity: ExpressibleByArgument {}
