internal import ArgumentParser
internal import WritDiagnostics
internal import WritLint
internal import WritModel
internal import WritReport

/// `writ rule`.
struct RuleCommand: RunningCommand {
    static let configuration = CommandConfiguration(
        commandName: "rule", abstract: "Tell about a rule of lint, or list all of them")

    @Argument(help: ArgumentHelp("The rule's code or name, such as SEC001 or full-admin", valueName: "rule"))
    var rule: String?

    @OptionGroup var output: OutputOptions

    func perform() async throws(Failure) -> WritExit {
        guard let name = rule else {
            switch output.format {
            case .text: Terminal.output.write(list(ruleCatalogue, style: output.style))
            case .json: Terminal.output.write(json(ruleCatalogue).prettyText)
            }
            return .done
        }
        guard let found = ruleCatalogue.first(where: { $0.code == name.uppercased() || $0.name == name })
        else {
            let near = nearestName(to: name, among: ruleCatalogue.flatMap { [$0.code, $0.name] })
            throw .message(
                "there is no rule `\(name)`",
                help: near.map { "did you mean `\($0)`?" } ?? "`writ rule` lists the rules", .usage)
        }
        switch output.format {
        case .text: Terminal.output.write(render(found, style: output.style))
        case .json: Terminal.output.write(json([found]).prettyText)
        }
        return .done
    }
}
