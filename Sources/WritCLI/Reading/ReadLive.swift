internal import Dispatch
internal import WritEngine
internal import WritSQL
internal import WritStore

/// Reads the account at `path` for a plan, unless a snapshot is looked at instead: then there is nothing.
///
/// Nothing is thrown, so that this can go on beside the reading of the manifests and what is wrong with those
/// is told first; and it goes on at once, however many manifests are waiting for a core.
func readLive(
    _ path: Result<String, Failure>, unless hasSnapshot: Bool
) async -> Result<ReadState?, Failure> {
    if hasSnapshot { return .success(nil) }
    return await withTaskExecutorPreference(LiveQueue()) {
        do throws(Failure) {
            let account = try await openReadOnly(try path.get())
            return .success(try await read(account))
        } catch {
            return .failure(error)
        }
    }
}

/// A queue of its own for what happens between one answer of the store and the next question.
private final class LiveQueue: TaskExecutor {
    private let queue = DispatchQueue(label: "writ.live")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}

/// Opens the account at `path` for reading only; a store that does not exist is an empty one.
func openReadOnly(_ path: String) async throws(Failure) -> Account {
    do {
        return try await SQLiteAccount.open(path: path, mode: .readOnly).account
    } catch {
        throw .engine(.store(error))
    }
}
