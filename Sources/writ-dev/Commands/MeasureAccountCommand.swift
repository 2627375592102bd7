internal import ArgumentParser
internal import WritModel

/// `writ-dev measure account`: the time of comparing two states of an account.
struct MeasureAccountCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "Compare two states of an account that is made for it")

    @OptionGroup var sample: SampleAccountOptions

    func run() throws {
        print(sample.measure(measureAccount).compactText)
    }
}
