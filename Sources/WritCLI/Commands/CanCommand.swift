internal import ArgumentParser
internal import WritModel
internal import WritPolicy
internal import WritReport

/// `writ can`.
struct CanCommand: RunningCommand {
    static let configuration = CommandConfiguration(
        commandName: "can", abstract: "Say whether somebody may do something, and what says so",
        discussion: """
            Answers for the manifests of a commit, without any store, or for a live account with --live. \
            What the request says nothing about is absent: give it with --with.
            """)

    @Argument(
        help: ArgumentHelp(
            "user/NAME, agency/NAME, group/NAME for somebody in that group alone, or a user's name"),
        completion: .addresses)
    var who: String

    @Argument(help: ArgumentHelp("Such as iam:users:createUser"))
    var action: String

    @Option(help: ArgumentHelp("The resource; none unless given", valueName: "resource"))
    var on = ""

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "The agency that is assumed first; repeatable, one after the other", valueName: "agency"))
    var via: [String] = []

    @OptionGroup var access: AccessOptions
    @OptionGroup var repository: RepositoryOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var snapshot: SnapshotOptions
    @OptionGroup var output: OutputOptions

    @Option(
        help:
            "Exit with 4 unless this is the answer: allowed, denied, explicitDeny, implicitDeny or uncertain")
    var expect: Expectation?

    func perform() async throws(Failure) -> WritExit {
        let moment = try access.moment()
        let context = try access.context()
        let read = try await ReadAccess(repository, store, snapshot, isLive: access.live)
        try read.checkAction(action)
        let principal = try read.principal(who)
        var agencies: [String] = []
        for name in via { agencies.append(try read.agency(name)) }
        let question = AccessQuestion(
            principal, via: agencies, action: action, resource: on, context: context, at: moment)
        let answer = read.access.decide(question)
        switch output.format {
        case .text:
            Terminal.output.write(render(answer, to: question, places: read.places, style: output.style))
        case .json: Terminal.output.write(json(answer, to: question, places: read.places).prettyText)
        }
        return expect.map { $0.holds(answer.verdict) } ?? true ? .done : .findings
    }
}

/// The answer that a pipeline counts on.
enum Expectation: String, ExpressibleByArgument, CaseIterable {
    case allowed, denied, explicitDeny, implicitDeny, uncertain

    func holds(_ verdict: Verdict) -> Bool {
        switch self {
        case .allowed: verdict == .allowed
        case .denied: verdict == .explicitDeny || verdict == .implicitDeny
        case .explicitDeny: verdict == .explicitDeny
        case .implicitDeny: verdict == .implicitDeny
        case .uncertain: verdict == .uncertain
        }
    }
}
