internal import ArgumentParser

/// Whether a command says who wrote what it shows.
struct OriginOptions: ParsableArguments {
    @Flag(help: "Leave out which commit, author and day each value comes from")
    var noBlame = false

    /// Whether origins are looked for.
    var isWanted: Bool { !noBlame }
}
