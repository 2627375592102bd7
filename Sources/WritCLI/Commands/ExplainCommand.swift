internal import ArgumentParser
internal import WritModel
internal import WritPolicy
internal import WritReport

/// `writ explain`.
struct ExplainCommand: RunningCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Show what somebody holds and through what",
        discussion:
            """
            Ends with the ways by which it can make an administrator of itself. With an action: why it is allowed or not, \
            and what comes nearest to allowing it, as `writ can`.
            """)

    @Argument(
        help: ArgumentHelp("user/NAME, group/NAME, agency/NAME, or a user's name"), completion: .addresses)
    var who: String

    @Argument(help: ArgumentHelp("Explain this action only"))
    var action: String?

    @Option(help: ArgumentHelp("The resource of the action; none unless given", valueName: "resource"))
    var on = ""

    @OptionGroup var access: AccessOptions
    @OptionGroup var repository: RepositoryOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var snapshot: SnapshotOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if action == nil, !on.isEmpty {
            throw ValidationError("--on is the resource of an action; name the action")
        }
    }

    func perform() async throws(Failure) -> WritExit {
        let moment = try access.moment()
        let context = try access.context()
        let read = try await ReadAccess(repository, store, snapshot, isLive: access.live)
        let principal = try read.principal(who)
        guard let action else {
            let holdings = Holdings(principal, in: read.access, context: context, at: moment)
            var search = EscalationSearch(read.access, at: moment)
            let paths = search.paths(of: principal)
            switch output.format {
            case .text:
                Terminal.output.write(
                    render(holdings, paths: paths, places: read.places, style: output.style))
            case .json: Terminal.output.write(json(holdings, paths: paths, places: read.places).prettyText)
            }
            return .done
        }
        try read.checkAction(action)
        let question = AccessQuestion(principal, action: action, resource: on, context: context, at: moment)
        let answer = read.access.decide(question)
        switch output.format {
        case .text:
            Terminal.output.write(render(answer, to: question, places: read.places, style: output.style))
        case .json: Terminal.output.write(json(answer, to: question, places: read.places).prettyText)
        }
        return .done
    }
}
