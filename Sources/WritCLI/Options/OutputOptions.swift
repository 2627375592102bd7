internal import ArgumentParser
internal import WritReport

/// How a command answers.
struct OutputOptions: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Option(help: "text or json")
    var format = Format.text

    /// The style for standard output.
    var style: Style { format == .text && Terminal.output.takesColors ? .colored : .plain }
}
