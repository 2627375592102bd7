internal import ArgumentParser
internal import WritModel

/// `writ-dev measure holders`: the time of finding everybody who may do something.
struct MeasureHoldersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "holders", abstract: "Find who may do something in an account that is made for it")

    @OptionGroup var sample: SampleAccountOptions

    func run() throws {
        print(sample.measure(measureHolders).compactText)
    }
}
