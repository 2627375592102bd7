internal import ArgumentParser
internal import WritReport

/// How a command answers that people review in a pull request.
struct ReviewOptions: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, markdown }

    @Option(help: "text, json or markdown")
    var format = Format.text

    @Option(
        help: ArgumentHelp(
            "With markdown: how large the comment may be; the default fits into GitHub's 65,536 characters",
            valueName: "bytes"))
    var maxBytes = 60_000

    @Option(
        help: ArgumentHelp(
            "With markdown: where the whole can be read, for what does not fit", valueName: "url"))
    var details: String?

    /// The style for standard output.
    var style: Style { format == .text && Terminal.output.takesColors ? .colored : .plain }

    func validate() throws {
        guard maxBytes >= smallestComment else {
            throw ValidationError("--max-bytes is at least \(smallestComment)")
        }
        guard let details else { return }
        let isPlain = details.utf8.allSatisfy { byte in
            (0x21...0x7E).contains(byte) && !"<>()[]\"'`\\|".utf8.contains(byte)
        }
        guard details.hasPrefix("https://"), isPlain, details.utf8.count < 1000 else {
            throw ValidationError("--details is an https:// address without spaces, quotes and brackets")
        }
    }
}
