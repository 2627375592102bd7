internal import WritDiagnostics
internal import WritEngine
internal import WritModel
internal import WritPolicy
internal import WritReport
internal import WritStore

/// An account's access as a command reads it, and where the manifests say it.
struct ReadAccess {
    var access: AccountAccess
    var places: AccessPlaces
    var target: Target

    /// The tests and invariants of the revision, where they were asked for or the manifests were read anyway.
    var checks: [AccessCheck] = []

    /// Reads the commit, the working tree, a snapshot, or the live account.
    ///
    /// - Parameter readsChecks: the manifests are read also where a live account is looked at.
    /// - Throws: ``Failure``.
    init(
        _ repository: RepositoryOptions, _ store: StoreOptions, _ snapshot: SnapshotOptions,
        isLive: Bool, readsChecks: Bool = false
    ) async throws(Failure) {
        let opened = try OpenRepository(repository)
        let target = try opened.target(named: repository.target)
        self.target = target
        let taken = try snapshot.snapshot(of: target)
        let isDeclared = taken == nil && !isLive
        if isDeclared || readsChecks {
            let (declaration, diagnostics, sources) = try await opened.read(target, keepsTexts: true)
            guard !diagnostics.hasErrors else { throw .invalid(diagnostics, sources: sources) }
            checks = declaration.checks
            access = AccountAccess(declaration.desired, dialect: target.dialect, account: target.account)
            places = AccessPlaces(
                origin: declaration.revision.short, commit: declaration.revision.commit,
                desired: declaration.desired, sources: declaration.sources, texts: sources)
            if isDeclared { return }
        }
        if let taken {
            access = AccountAccess(
                taken.state.observed, dialect: target.dialect, account: target.account)
            places = AccessPlaces(origin: "snapshot of \(taken.takenAt)")
            return
        }
        let state = try await read(
            try await openReadOnly(try store.path(for: target, root: opened.source.top)))
        if let found = state.observed.account, found != target.account {
            throw .engine(.store(.wrongAccount(expected: target.account, found: found)))
        }
        access = AccountAccess(state.observed, dialect: target.dialect, account: target.account)
        places = AccessPlaces(origin: "live in \(target.name)")
    }

    /// The principal that a text names: an address, or the bare name of a user.
    ///
    /// - Throws: ``Failure`` where the account has none of that name.
    func principal(_ text: String) throws(Failure) -> Address {
        let address = text.contains("/") ? try addresses([text])[0] : Address(.user, text)
        guard address.kind.isActor else {
            throw .message(
                "`\(text)` is nobody who could do something",
                help: "name a user, a group, an agency or an identity provider",
                .usage)
        }
        if access.has(address) { return address }
        let known = access.principals + access.facts.groups.map { Address(.group, $0) }
        if !text.contains("/"), let other = known.first(where: { $0.name == text }) {
            throw .message("there is no user `\(text)`", help: "did you mean `\(other)`?")
        }
        let names = known.filter { $0.kind == address.kind }.map(\.name)
        throw .message(
            "there is no `\(address)` in \(places.origin)",
            help: nearestName(to: address.name, among: names).map {
                "did you mean `\(Address(address.kind, $0))`?"
            })
    }

    /// The agency that a text names, as an address or by its bare name.
    func agency(_ text: String) throws(Failure) -> String {
        let name = text.hasPrefix("agency/") ? String(text.dropFirst(7)) : text
        return try principal("agency/" + name).name
    }

    /// Refuses an action that the dialect has no room for.
    func checkAction(_ action: String) throws(Failure) {
        let count = action.utf8.count { $0 == UInt8(ascii: ":") } + 1
        guard count < target.dialect.actionSegments || action.contains("*") || action.contains("?") else {
            return
        }
        let example = target.dialect == .huawei ? "iam:users:createUser" : "iam:CreateUser"
        throw .message(
            action.contains("*") || action.contains("?")
                ? "`\(action)` is a pattern, and a question is about one action"
                : "`\(action)` is no action of \(target.dialect.rawValue)",
            help: "write one as `\(example)`", .usage)
    }
}
