internal import WritModel
internal import WritPlan
internal import WritStore

extension InMemoryContents {
    /// Makes a credential; its value tells which it is.
    mutating func issue(_ order: CredentialOrder, for user: Address) -> Issue {
        guard var object = state.objects[user] else { return .not(.conflict("\(user) is not there")) }
        let change = Change(user, .issue(order), cause: .commit)
        if let refusal = refusalByReservation(of: change) {
            return .not(.failed(refusal, isRetryable: false))
        }
        let id: String
        switch order.name {
        case .password:
            id = ""
            object.fields[.consoleInitialPassword] = .credential(
                DeclaredCredential(generation: order.generation))
        case .accessKey(let name):
            guard !object.accessKeys.contains(where: { $0.name == name && $0.generation == order.generation })
            else { return .not(.conflict("\(user) has that access key already")) }
            guard object.accessKeys.count < capabilities.accessKeyLimit else {
                return .not(.conflict("\(user) has too many access keys"))
            }
            lastID += 1
            id = "AK\(lastID)"
            object.accessKeys.append(
                LiveAccessKey(id: id, name: name, generation: order.generation, createdAt: now))
        }
        lastSecret += 1
        let secret = Secret(copying: "canary-secret-\(lastSecret)".utf8)
        return .made(
            CreatedCredential(user: user, order: order, id: id, secret: secret, createdAt: now),
            replace(object))
    }

    mutating func setStatus(
        _ status: DeclaredAccessKey.Status, of key: AccessKeyReference, _ user: Address
    ) -> Outcome {
        guard var object = state.objects[user],
            let index = object.accessKeys.firstIndex(where: { $0.id == key.id })
        else { return .conflict("access key \(key.id) is not there") }
        if object.accessKeys[index].status == status { return .alreadySo(object.version, id: nil) }
        object.accessKeys[index].status = status
        object.accessKeys[index].disabledAt = status == .active ? nil : now
        return .done(replace(object), id: nil)
    }

    mutating func revoke(_ key: AccessKeyReference, _ user: Address) -> Outcome {
        guard var object = state.objects[user],
            let index = object.accessKeys.firstIndex(where: { $0.id == key.id })
        else { return .alreadySo(state.objects[user]?.version, id: nil) }
        guard object.accessKeys[index].status == .inactive else {
            return .conflict("access key \(key.id) can be used")
        }
        object.accessKeys.remove(at: index)
        return .done(replace(object), id: nil)
    }

    /// Lets a key be seen in use.
    mutating func use(_ id: String, of user: Address, at moment: Instant) {
        guard let index = state.objects[user]?.accessKeys.firstIndex(where: { $0.id == id }) else { return }
        state.objects[user]?.accessKeys[index].lastUsedAt = moment
    }

    /// Does what somebody else does to a user's keys.
    mutating func editKeys(of user: Address, _ edit: (inout [LiveAccessKey]) -> Void) {
        guard var object = state.objects[user] else { return }
        edit(&object.accessKeys)
        _ = replace(object)
    }

    /// Takes the object with its keys' field brought up to date, and answers its new version.
    private mutating func replace(_ object: ObservedObject) -> Version? {
        var fields = object.fields
        fields[.accessKeysKeys] = nil
        state.objects[object.address] = ObservedObject(
            object.address, id: object.id, version: object.version, fields: fields,
            accessKeys: object.accessKeys, reserved: object.reserved)
        return touch(object.address)
    }
}
