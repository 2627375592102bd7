/// Where a target's live state is.
package enum StoreKind: String, CaseIterable, Sendable {
    case sqlite
}

/// One account in one live store, with the manifest paths that describe it: an entry of `writ.yaml`.
package struct Target: Hashable, Sendable {
    /// The name in `writ.yaml`.
    package var name: String
    /// The account id that the store has to answer.
    package var account: String
    /// Which sort of store the account lives in.
    package var store: StoreKind
    /// The language of the account's policy documents.
    package var dialect: Dialect
    /// Folders or files of manifests, relative to the folder of `writ.yaml`; `.` is all of it.
    package var paths: [String]
    /// How much one plan may change.
    package var guards: GuardSettings

    package init(
        name: String, account: String, store: StoreKind = .sqlite, dialect: Dialect = .huawei,
        paths: [String] = ["."], guards: GuardSettings = GuardSettings()
    ) {
        self.name = name
        self.account = account
        self.store = store
        self.dialect = dialect
        self.paths = paths
        self.guards = guards
    }

    /// Whether `file` is one of the target's paths or lies in one.
    package func contains(_ file: String) -> Bool {
        paths.contains { path($0, contains: file) }
    }
}

/// Whether `file` is `path` or lies in it; both without a leading or trailing `/`.
package func path(_ path: String, contains file: String) -> Bool {
    path == "." || file == path || file.hasPrefix(path + "/")
}
