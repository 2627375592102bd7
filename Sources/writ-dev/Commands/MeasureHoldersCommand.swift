internal import ArgumentParser
internal import WritModel

/// `writ-dev measure holders`: the time of finding everybody who may do something.
struct MeasureHoldersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "holders", abstract: "Find who may do something in an account that is made for it")

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
            measureHolders(users: users, groups: groups, policies: policies, rounds: rounds).compactText)
    }
}
