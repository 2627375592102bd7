internal import ArgumentParser
internal import WritModel

/// `writ-dev measure account`: the time of comparing two states of an account.
struct MeasureAccountCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "Compare two states of an account that is made for it")

    @Option(help: "How many users, in one to three groups each")
    var users = 10_000

    @Option(help: "How many groups, with two to six policies each")
    var groups = 500

    @Option(help: "How many policies")
    var policies = 1_000

    @Option(help: "How often; the best round counts")
    var rounds = 3

    func run() throws {
        print(
            measureAccount(users: users, groups: groups, policies: policies, rounds: rounds).compactText)
    }
}
