/// How far a target stands from the outside world, and which modules of the toolchain it may import there.
enum Ring: Int, Sendable, CaseIterable {
    /// C libraries and the calls Swift cannot make itself.
    case foreign

    /// Values and functions: no file, clock, network, randomness or `Task`.
    case pure

    /// Ports and the loop.
    case ports

    /// The outside world.
    case edges

    /// What people see.
    case interface

    /// Test support.
    case support

    /// The toolchain's modules that a target of this ring may import.
    var modules: Set<String> {
        switch self {
        case .foreign, .pure: []
        case .ports: ["Synchronization"]
        // Not Foundation: one use of its formatters links 48 MB of ICU into the binary.
        case .edges, .interface: ["Dispatch", "FoundationEssentials", "Glibc", "Synchronization"]
        case .support:
            ["Dispatch", "Foundation", "FoundationEssentials", "Glibc", "Synchronization", "Testing"]
        }
    }
}
