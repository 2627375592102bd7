internal import WritModel
internal import WritPlan
internal import WritStore

extension ChangePerformer {
    /// Takes down a credential that was made and encrypted.
    ///
    /// - Parameter password: what is set, for a password.
    func issue(_ credential: CreatedCredential, _ password: PreparedPassword?) throws(StoreError) -> Outcome {
        guard let user = try object(credential.user) else {
            return .conflict("\(credential.user) is not there")
        }
        let order = credential.order
        let change = Change(credential.user, .issue(order), cause: .commit)
        if let reservation = user.reserved,
            let refusal = change.refusal(by: ReservedObject(credential.user, reservation))
        {
            return .failed(refusal, isRetryable: false)
        }
        switch order.name {
        case .password:
            guard let password, try password.commit(in: database) else {
                return .failed(
                    "the user or the account's password policy changed meanwhile", isRetryable: true)
            }
        case .accessKey(let name):
            let limit = Capabilities.sqlite.accessKeyLimit
            if user.accessKeys.contains(where: { $0.name == name && $0.generation == order.generation }) {
                return .conflict("\(credential.user) has that access key already")
            }
            guard user.accessKeys.count < limit else {
                return .conflict(
                    "\(credential.user) has \(user.accessKeys.count) access keys, and \(limit) is the most")
            }
            try rows.insert(credential.id, name: name, generation: order.generation, of: user.id, at: now)
        }
        return .done(try object(credential.user)?.version, id: nil)
    }

    /// Lets a key be used, or keeps it from being used.
    func setStatus(
        _ status: DeclaredAccessKey.Status, of key: AccessKeyReference, _ user: Address
    ) throws(StoreError) -> Outcome {
        guard let owner = try object(user), let found = owner.accessKeys.first(where: { $0.id == key.id })
        else {
            return .conflict("access key \(key.id) of \(user) is not there")
        }
        if found.status == status { return .alreadySo(owner.version, id: nil) }
        try rows.set(status, of: key.id, at: now)
        return .done(try object(user)?.version, id: nil)
    }

    /// Deletes a key that was disabled.
    func revoke(_ key: AccessKeyReference, _ user: Address) throws(StoreError) -> Outcome {
        guard let owner = try object(user), let found = owner.accessKeys.first(where: { $0.id == key.id })
        else {
            return .alreadySo(try object(user)?.version, id: nil)
        }
        guard found.status == .inactive else {
            return .conflict("access key \(key.id) of \(user) was enabled since it was read")
        }
        try rows.delete(key.id)
        return .done(try object(user)?.version, id: nil)
    }

    private var rows: AccessKeyRows { AccessKeyRows(database: database) }
}
