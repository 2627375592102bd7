internal import ArgumentParser
internal import WritEngine
internal import WritModel

/// A snapshot that stands for the live store.
struct SnapshotOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Look at a snapshot that `writ observe` has saved instead of a store; needs no credential",
            valueName: "file"))
    var observed: String?

    /// The largest snapshot that is read, in bytes.
    private static let limit = 64 << 20

    /// The snapshot, if one is named.
    ///
    /// - Throws: ``Failure`` for a file that is none, or one of another target.
    func snapshot(of target: Target) throws(Failure) -> Snapshot? {
        guard let observed else { return nil }
        let bytes = try contents(ofFile: observed, atMost: Self.limit)
        let snapshot: Snapshot
        do throws(SnapshotFileError) {
            snapshot = try Snapshot(file: bytes)
        } catch {
            throw .message(
                "`\(observed)` cannot be used: \(error)", help: "make it again with `writ observe --out`")
        }
        guard snapshot.target == target.name, snapshot.store == target.store else {
            throw .message(
                "`\(observed)` is a snapshot of target `\(snapshot.target)`, not of `\(target.name)`",
                help: "name its target with `--target`, or take a snapshot of this one")
        }
        return snapshot
    }
}
