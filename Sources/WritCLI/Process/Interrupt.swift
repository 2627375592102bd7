internal import Glibc
internal import Synchronization

private let interrupts = Atomic<Int>(0)

/// Whether the user has asked to stop.
@Sendable func isInterrupted() -> Bool { interrupts.load(ordering: .relaxed) > 0 }

/// From now on the first SIGINT or SIGTERM asks to stop, and a second one ends the process at once.
func catchInterrupts() {
    for number in [SIGINT, SIGTERM] {
        signal(number) { number in
            interrupts.add(1, ordering: .relaxed)
            signal(number, SIG_DFL)
        }
    }
}
