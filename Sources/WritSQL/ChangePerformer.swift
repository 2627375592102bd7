internal import WritModel
internal import WritPlan
internal import WritStore

/// Makes one change in the live tables, if its precondition holds. Call it in a writing transaction.
struct ChangePerformer {
    let database: Database
    let now: Instant

    /// What became of `change`. Nothing was written unless it is done.
    func perform(_ change: Change, given precondition: Precondition) throws(StoreError) -> Outcome {
        if let problem = unsupported(change) { return .failed(problem, isRetryable: false) }
        if let problem = try refusalByReservation(change) { return .failed(problem, isRetryable: false) }
        switch change.effect {
        case .create(let fields): return try create(change.address, fields)
        case .update(let changes): return try update(change.address, changes, precondition)
        case .rename(let old): return try rename(change.address, from: old, precondition)
        case .delete: return try delete(change.address, precondition)
        case .join(let edge): return try join(edge)
        case .leave(let edge): return try leave(edge, precondition)
        case .attach(let key, let expires, _): return try attach(key, expires, precondition)
        case .detach(let key, _): return try detach(key, precondition)
        case .issue: preconditionFailure("a credential is made before the transaction that takes it down")
        case .enable(let key): return try setStatus(.active, of: key, change.address)
        case .disable(let key): return try setStatus(.inactive, of: key, change.address)
        case .revoke(let key): return try revoke(key, change.address)
        case .adopt, .release: return .done(nil, id: nil)
        }
    }

    /// A sentence about the first field that the store does not have.
    private func unsupported(_ change: Change) -> String? {
        let fields =
            switch change.effect {
            case .create(let fields): fields.fields
            case .update(let changes): changes.map(\.field)
            default: [Field]()
            }
        return fields.first { Capabilities.sqlite[change.address.kind, $0] == .unsupported }
            .map { "the store has no field `\($0.rawValue)` for \(change.address)" }
    }

    /// A sentence about the first object that the change alters and that is not the account's own.
    private func refusalByReservation(_ change: Change) throws(StoreError) -> String? {
        guard try ReservedRows(database: database).hasAny() else { return nil }
        for address in change.altered {
            if let reservation = try object(address)?.reserved,
                let refusal = change.refusal(by: ReservedObject(address, reservation))
            {
                return refusal
            }
        }
        return nil
    }

    /// The object, if it is there.
    func object(_ address: Address) throws(StoreError) -> ObservedObject? {
        var reader = ObjectReader(address.kind, in: database)
        return try reader.read(.named(address.name)).first
    }

    /// Why `precondition` does not hold for what is there at `version`; `nil` where it does.
    ///
    /// - Parameter fields: those that are not as the change takes them to be.
    func conflict(
        _ what: String, _ version: Version, _ precondition: Precondition, _ fields: [Field] = []
    ) -> Outcome? {
        switch precondition {
        case .absent:
            return .conflict("\(what) is there already")
        case .version(version):
            return nil
        case .version:
            let found = fields.isEmpty ? "" : ": it has another \(listed(fields))"
            return .conflict("\(what) was changed by somebody else since it was read\(found)")
        }
    }
}

/// The fields' names in backticks.
func listed(_ fields: [Field]) -> String {
    fields.map { "`\($0.rawValue)`" }.joined(separator: ", ")
}
