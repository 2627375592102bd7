internal import WritDiagnostics
internal import WritModel

extension DiffInProgress {
    /// Passwords and access keys: what is made, and what goes once nobody needs it any more.
    ///
    /// A value is made once for each generation: one that got lost is not made again under the same number, so that a
    /// recipient never holds two values of one name and generation. A key is rotated in steps, one in each plan: the
    /// new one is made; once it is seen in use or confirmed the old one is disabled; days later the old one is deleted.
    mutating func diffCredentials() {
        for object in input.desired.objects.values where object.address.kind == .user {
            if case .scalar(.credential(let wanted))? = object.fields[.consoleInitialPassword],
                isSupported(.consoleInitialPassword)
            {
                diffPassword(wanted, of: object)
            }
            if case .list(let list)? = object.fields[.accessKeysKeys], isSupported(.accessKeysKeys) {
                diffKeys(list, of: object)
            }
        }
    }

    private func isSupported(_ field: Field) -> Bool { input.capabilities[.user, field] != .unsupported }

    private mutating func diffPassword(_ wanted: DeclaredCredential, of object: DesiredObject) {
        var applied: Int?
        if case .scalar(.credential(let last))? = self.applied.objects[object.address]?
            .fields[.consoleInitialPassword]
        {
            applied = last.generation
        }
        let isObservable = input.capabilities[.user, .consoleInitialPassword].isObservable
        var live: Int?
        if isObservable,
            case .credential(let found)? = observed.objects[object.address]?.fields[.consoleInitialPassword]
        {
            live = found.generation
        }
        let request = CredentialRequest(
            object: object.address, name: .password, generation: wanted.generation,
            recipient: wanted.deliverTo)
        if let newest = [applied, live].compactMap(\.self).max(), newest > wanted.generation {
            refuseRollback(request, from: newest)
        } else if !isObservable, applied == wanted.generation {
            difference.unverifiable.append(ObjectField(object.address, .consoleInitialPassword))
        } else if live == nil, applied == wanted.generation {
            warnLost(request)
        } else if live != wanted.generation {
            issue(request)
        }
    }

    private mutating func diffKeys(_ list: DesiredList<Item>, of object: DesiredObject) {
        let declared = list.items.compactMap { if case .accessKey(let key) = $0 { key } else { nil } }
        var rotation = KeyRotation(
            user: object.address, declared: declared, mode: list.mode,
            live: observed.objects[object.address]?.accessKeys ?? [],
            applied: applied.objects[object.address]?.accessKeys ?? [:],
            graceDays: object.graceDays, limit: input.capabilities.accessKeyLimit, asOf: input.asOf)
        for step in rotation.steps() {
            switch step {
            case .issue(let request): issue(request)
            case .change(let effect, let isOwned):
                let source = input.sources[object.address]
                changes.append(
                    Change(
                        object.address, effect, cause: isOwned ? .commit : .drift, isForeign: !isOwned,
                        source: source?.fields[.accessKeysKeys] ?? source?.name))
            case .rollback(let request, let newest): refuseRollback(request, from: newest)
            case .lost(let request): warnLost(request)
            case .noRoom(let request, let count): refuseForRoom(request, count)
            case .waits(let message, let help):
                add("credential.waits", .warning, object.address, message, help)
            }
        }
    }

    private mutating func issue(_ request: CredentialRequest) {
        guard let recipient = request.recipient else {
            return add(
                "credential.no-recipient", .error, request.object,
                "\(request) would be made, and nobody would receive it",
                "write `deliverTo:` with an age or OpenPGP recipient", at: request.name.field)
        }
        let source = input.sources[request.object]
        changes.append(
            Change(
                request.object,
                .issue(
                    CredentialOrder(request.name, generation: request.generation, recipient: recipient)),
                cause: .commit, source: source?.fields[request.name.field] ?? source?.name))
    }

    private mutating func refuseRollback(_ request: CredentialRequest, from newest: Int) {
        add(
            "credential.rollback", .error, request.object,
            "\(request.name) of `\(request.object)` has generation \(newest), and the manifest went back to "
                + "\(request.generation)",
            "a value that was replaced never comes back: write `generation: \(newest)`, or \(newest + 1) for a new one",
            at: request.name.field)
    }

    private mutating func warnLost(_ request: CredentialRequest) {
        add(
            "credential.lost", .warning, request.object, "\(request) was made and is no longer there",
            "write `generation: \(request.generation + 1)` for a new one", at: request.name.field)
    }

    private mutating func refuseForRoom(_ request: CredentialRequest, _ count: Int) {
        add(
            "credential.no-room", .error, request.object,
            "\(request) cannot be made: `\(request.object)` has \(count) access keys, and the store takes "
                + "\(input.capabilities.accessKeyLimit)",
            "take a key that is not needed out of `accessKeys.keys`; it is disabled at once and deleted days later",
            at: request.name.field)
    }

    private mutating func add(
        _ code: String, _ severity: Severity, _ address: Address, _ message: String, _ help: String,
        at field: Field = .accessKeysKeys
    ) {
        difference.diagnostics.append(
            Diagnostic(code, severity, message, at: input.sources[address]?.fields[field], help: help))
    }
}

/// A credential that a manifest asks for.
struct CredentialRequest: CustomStringConvertible {
    var object: Address
    var name: CredentialName
    var generation: Int
    var recipient: Recipient?

    var description: String { "\(name), generation \(generation), of `\(object)`" }
}

extension AppliedObject {
    /// The generations that were last applied, by the key's name.
    fileprivate var accessKeys: [String: Int] {
        guard case .list(let list)? = fields[.accessKeysKeys], list.mode != .none else { return [:] }
        return Dictionary(
            list.items.compactMap {
                if case .accessKey(let key) = $0 { (key.name, key.generation) } else { nil }
            }, uniquingKeysWith: max)
    }
}

extension DesiredObject {
    /// How many days a replaced key stays disabled before it is deleted.
    fileprivate var graceDays: Int {
        if case .scalar(.integer(let days))? = fields[.accessKeysGraceDays] { days } else { 1 }
    }
}
