internal import WritModel
internal import WritPlan
internal import WritStore

extension ReadState {
    /// Takes the access keys out of the observation that a killed run has made and whose values are lost.
    ///
    /// - Parameter sealed: what waits to be handed over; a key among it is no orphan.
    mutating func setOrphansAside(unless sealed: [SealedCredential]) {
        for entry in openEntries {
            guard case .issue(let order) = entry.change.effect, case .accessKey(let name) = order.name,
                let user = observed.objects[entry.change.address]
            else { continue }
            let lost = user.accessKeys.filter { key in
                key.name == name && key.generation == order.generation && !sealed.contains { $0.id == key.id }
            }
            guard !lost.isEmpty else { continue }
            orphans[user.address, default: []] += lost
            var fields = user.fields
            fields[.accessKeysKeys] = nil
            observed.objects[user.address] = ObservedObject(
                user.address, id: user.id, version: user.version, fields: fields,
                accessKeys: user.accessKeys.filter { !lost.contains($0) }, reserved: user.reserved)
        }
    }
}

/// Deletes the access keys whose values are lost.
///
/// - Throws: ``EngineError``: a key that stays would later pass for one that somebody has.
func withdrawOrphans(
    _ orphans: [Address: [LiveAccessKey]], in account: Account, token: FencingToken
) async throws(EngineError) {
    for (user, keys) in orphans.sorted(by: { $0.key < $1.key }) {
        for key in keys {
            let outcome: Outcome
            do {
                outcome = try await account.executor.withdraw(AccessKeyReference(key), of: user, token: token)
            } catch {
                throw .store(error)
            }
            guard outcome.isSettled else {
                let reason =
                    "its value was lost, and it could not be deleted: \(outcome.text ?? outcome.word)"
                throw .courier(
                    CourierError(reason, help: "delete the key by hand, then run `writ apply` again"),
                    for: "access key \(key.id) of \(user)")
            }
        }
    }
}
