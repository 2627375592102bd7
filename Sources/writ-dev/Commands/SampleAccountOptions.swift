internal import ArgumentParser
internal import WritModel

/// How large an account that is made for measuring is, and how often it is measured.
struct SampleAccountOptions: ParsableArguments {
    @Option(help: "How many users, in one to three groups each")
    var users = 10_000

    @Option(help: "How many groups, with two to six policies each")
    var groups = 500

    @Option(help: "How many policies")
    var policies = 1_000

    @Option(help: "How often; the best round counts")
    var rounds = 3

    /// Measures an account of that size.
    func measure(
        _ measure: (_ users: Int, _ groups: Int, _ policies: Int, _ rounds: Int) -> JSONValue
    ) -> JSONValue {
        measure(users, groups, policies, rounds)
    }
}
