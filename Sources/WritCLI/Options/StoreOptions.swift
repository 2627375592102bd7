internal import ArgumentParser
internal import WritEngine
internal import WritModel
internal import WritSQL
internal import WritStore

/// Where the live store is. It never comes from a commit.
struct StoreOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The store, as sqlite:PATH (default: $WRIT_STORE, else .writ/TARGET.db in the working tree)",
            valueName: "place"))
    var store: String?

    /// The path of the database for `target`.
    ///
    /// - Parameter root: the top of the repository's working tree; `nil` for a bare repository.
    /// - Throws: ``Failure`` for a place that names no store, or none at all.
    func path(for target: Target, root: String?) throws(Failure) -> String {
        let place = store ?? environment("WRIT_STORE")
        guard let place else {
            guard let root else {
                throw .message(
                    "a bare repository has no folder for the store",
                    help: "name one with `--store sqlite:PATH`",
                    .usage)
            }
            return "\(root)/.writ/\(target.name).db"
        }
        guard place.hasPrefix("sqlite:"), place.utf8.count > 7 else {
            // A bare path is what most people mean.
            let path = place.contains(":") || place.isEmpty ? "PATH" : place
            throw .message("`\(place)` names no store", help: "write `sqlite:\(path)`", .usage)
        }
        return String(place.dropFirst(7))
    }

    /// Opens the account of `target` for reading only; a store that does not exist is an empty one.
    func openReadOnly(_ target: Target, root: String?) async throws(Failure) -> Account {
        try await WritCLI.openReadOnly(try path(for: target, root: root))
    }

    /// Opens the account of `target` for writing, where there is one.
    ///
    /// - Throws: ``Failure`` for a store that does not exist, which is made by an apply and by nothing else.
    func openExisting(_ target: Target, root: String?) async throws(Failure) -> Account {
        let path = try path(for: target, root: root)
        guard exists(path) else {
            throw .message(
                "there is no store `\(path)` yet",
                help: "`writ apply` makes it; if something was applied, name its store with `--store`")
        }
        return try await openReadWrite(target, root: root)
    }

    /// Opens the account of `target`, making the database where there is none.
    func openReadWrite(_ target: Target, root: String?) async throws(Failure) -> Account {
        let path = try path(for: target, root: root)
        if store == nil { try makeFolder(ofFile: path) }
        do {
            return try await SQLiteAccount.open(
                path: path, mode: .readWrite(account: target.account, lineage: randomText())
            ).account
        } catch {
            throw .engine(.store(error))
        }
    }
}
