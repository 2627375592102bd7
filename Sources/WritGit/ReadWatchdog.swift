internal import Glibc

/// Notices when the reading of one object does not end, on a thread of its own.
///
/// libgit2 1.5 is known to loop for ever on damaged objects, and disks stall. A thread that hangs in C
/// cannot be ended, so the handler is expected to end the process.
/// One reader at a time may use a watchdog. The watching thread sleeps until the earliest moment at which
/// the current read can be late, so reads cost two uncontended locks each.
package final class ReadWatchdog: Sendable {
    private let state: WatchState

    /// - Parameters:
    ///   - deadline: how long one object may take.
    ///   - whenStuck: called once, on the watching thread, with a description of the object.
    /// Starts the watching thread, which waits until the first read begins.
    package init(
        deadline: Duration = .seconds(20), whenStuck: @escaping @Sendable (_ object: String) -> Void
    ) {
        self.state = WatchState(deadline: deadline, whenStuck: whenStuck)
        state.start()
    }

    deinit { state.stop() }

    /// Notes that an object is being read.
    func begin(_ id: ObjectID, _ path: String) { state.begin(WatchedRead(id: id, path: path)) }

    /// Notes that the reading has ended.
    func end() { state.end() }

    /// The object of the latest read, and whether it is still being read.
    var latest: (object: String, isReading: Bool)? { state.latest }
}

/// An object that is or was being read.
private struct WatchedRead: CustomStringConvertible {
    let id: ObjectID
    let path: String

    var description: String { "\(id) (\(escapedName(path)))" }
}

/// What the reading and the watching thread share.
///
/// SAFETY: every stored property that changes is read and written with `mutex` held; the mutex and the
/// condition live at fixed addresses until `deinit`, which runs after both threads have let go.
private final class WatchState: @unchecked Sendable {
    private let deadline: Duration
    private let whenStuck: @Sendable (String) -> Void
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var read: WatchedRead?
    private var isReading = false
    // The clock of the condition: a machine that sleeps is not late.
    private var begun = SuspendingClock.now
    private var isWatcherIdle = false
    private var isStopped = false

    init(deadline: Duration, whenStuck: @escaping @Sendable (String) -> Void) {
        self.deadline = deadline
        self.whenStuck = whenStuck
        pthread_mutex_init(mutex, nil)
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        pthread_cond_init(changed, &attributes)
        pthread_condattr_destroy(&attributes)
    }

    deinit {
        pthread_cond_destroy(changed)
        pthread_mutex_destroy(mutex)
        changed.deallocate()
        mutex.deallocate()
    }

    /// Starts the watching thread, which keeps this object alive until `stop`.
    func start() {
        var thread = pthread_t()
        let retained = Unmanaged.passRetained(self)
        let code = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<WatchState>.fromOpaque(argument).takeRetainedValue().watch()
                return nil
            }, retained.toOpaque())
        if code == 0 { pthread_detach(thread) } else { retained.release() }
    }

    func stop() {
        pthread_mutex_lock(mutex)
        isStopped = true
        pthread_cond_signal(changed)
        pthread_mutex_unlock(mutex)
    }

    func begin(_ object: WatchedRead) {
        pthread_mutex_lock(mutex)
        read = object
        isReading = true
        begun = .now
        if isWatcherIdle { pthread_cond_signal(changed) }
        pthread_mutex_unlock(mutex)
    }

    func end() {
        pthread_mutex_lock(mutex)
        isReading = false
        pthread_mutex_unlock(mutex)
    }

    var latest: (object: String, isReading: Bool)? {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return read.map { ($0.description, isReading) }
    }

    private func watch() {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while !isStopped {
            guard isReading, let read else {
                isWatcherIdle = true
                pthread_cond_wait(changed, mutex)
                isWatcherIdle = false
                continue
            }
            let left = deadline - (SuspendingClock.now - begun)
            if left <= .zero {
                pthread_mutex_unlock(mutex)
                whenStuck(read.description)
                pthread_mutex_lock(mutex)
                return
            }
            var until = monotonicTime(in: left)
            pthread_cond_timedwait(changed, mutex, &until)
        }
    }
}

/// The monotonic clock's reading after `duration` from now.
private func monotonicTime(in duration: Duration) -> timespec {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    let (seconds, attoseconds) = duration.components
    let nanoseconds = time.tv_nsec + Int(attoseconds / 1_000_000_000)
    time.tv_sec += Int(seconds) + nanoseconds / 1_000_000_000
    time.tv_nsec = nanoseconds % 1_000_000_000
    return time
}
