internal import ArgumentParser
internal import WritModel
internal import WritPolicy
internal import WritReport

/// `writ who-can`.
struct WhoCanCommand: RunningCommand {
    static let configuration = CommandConfiguration(
        commandName: "who-can", abstract: "List everybody who may do something, and through what",
        discussion: """
            Users and agencies, by themselves and through agencies that they may assume. Whoever needs more than the \
            request says is listed with what it needs.
            """)

    @Argument(help: ArgumentHelp("Such as iam:users:createUser"))
    var action: String

    @Option(help: ArgumentHelp("The resource; any unless given", valueName: "resource"))
    var on: String?

    @OptionGroup var access: AccessOptions
    @OptionGroup var repository: RepositoryOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var snapshot: SnapshotOptions
    @OptionGroup var output: OutputOptions

    @Option(
        help: ArgumentHelp(
            "Exit with 4 unless exactly these may, or may under conditions: addresses, with commas; empty for nobody",
            valueName: "who"))
    var expect: String?

    func perform() async throws(Failure) -> WritExit {
        let moment = try access.moment()
        let context = try access.context()
        let read = try await ReadAccess(repository, store, snapshot, isLive: access.live)
        try read.checkAction(action)
        var expected: Set<Address>?
        if let expect {
            var named: Set<Address> = []
            for word in expect.split(separator: ",") {
                named.insert(try read.principal(String(word.drop { $0 == " " })))
            }
            expected = named
        }
        let holders = read.access.holders(of: action, on: on, context: context, at: moment)
        let agencies = Set(holders.map(\.principal).filter { $0.kind == .agency }.map(\.name))
        let outsiders = Dictionary(uniqueKeysWithValues: agencies.map { ($0, read.access.outsiders(of: $0)) })
        switch output.format {
        case .text:
            Terminal.output.write(
                render(
                    holders, action: action, resource: on, outsiders: outsiders, places: read.places,
                    style: output.style))
        case .json:
            Terminal.output.write(
                json(
                    holders, action: action, resource: on, at: moment, outsiders: outsiders,
                    places: read.places
                ).prettyText)
        }
        return expected.map { $0 == Set(holders.map(\.principal)) } ?? true ? .done : .findings
    }
}
