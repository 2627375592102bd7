/// An exact count that may only fall: above it is a violation, below it the number here is to be lowered.
struct Ratchet: Sendable {
    let counted: Counted
    let count: Int

    /// The line of this file that holds the number.
    let line: Int

    init(_ counted: Counted, _ count: Int, line: Int = #line) {
        self.counted = counted
        self.count = count
        self.line = line
    }
}

/// Where the numbers are, for messages.
let ratchetsPath = "Sources/writ-dev/Layout/Ratchets.swift"

/// The counts in `Sources` today. `writ-dev check layout --list NAME` shows where.
let ratchets: [Ratchet] = [
    Ratchet(.longFile, 0),
    Ratchet(.undocumentedMember, 64),
    Ratchet(.uncheckedSendable, 1),
    Ratchet(.nonisolatedUnsafe, 0),
    Ratchet(.forcedTry, 0),
    Ratchet(.forcedCast, 0),
    Ratchet(.forcedUnwrap, 0),
    Ratchet(.fatalError, 0),
]
