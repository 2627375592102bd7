internal import WritDigest
package import WritModel
internal import WritPlan
internal import WritStore

/// What a value shows as that a snapshot left out.
private let redactedValue = Value.text(redactedText)
private let redactedText = "(redacted)"

/// The version of an object that lost a value: the store's own could be a fast hash of it.
private let redactedVersion = Version("redacted")

extension Snapshot {
    /// Leaves out e-mail addresses and phone numbers, but for those that a manifest has stated and that were
    /// applied: git has them already, so they tell a reader of the repository nothing.
    ///
    /// In place of a value stays its slow digest, salted with the ledger's lineage and the object, so that a plan
    /// can tell whether a manifest states this very value.
    mutating func redact() {
        for (address, object) in state.observed.objects {
            let schema = KindSchema.of(address.kind)
            let stated = state.applied.objects[address]?.fields
            for (field, value) in object.fields
            where schema.isPersonal(field) && stated?[field] != .scalar(value) {
                guard case .text(let text) = value else { continue }
                redactions[address, default: [:]][field] = digest(of: text, address, field)
                state.observed.objects[address]?.fields[field] = nil
                state.observed.objects[address]?.version = redactedVersion
            }
            // What somebody else asked for is in no manifest that was applied.
            for (index, awaited) in object.awaited.enumerated()
            where schema.isPersonal(awaited.field)
                && stated?[awaited.field] != .scalar(.text(awaited.value))
            {
                state.observed.objects[address]?.awaited[index].value = redactedText
                state.observed.objects[address]?.version = redactedVersion
            }
        }
        state.openEntries = state.openEntries.map { entry in
            var entry = entry
            entry.change.effect = entry.change.effect.withoutPersonalPast(
                KindSchema.of(entry.change.address.kind))
            return entry
        }
    }

    /// The state with every value in its place that `desired` states; any other that was left out shows as
    /// `(redacted)`, which is equal to no declared value.
    ///
    /// Costs a slow digest for each value that was left out of a declared object.
    package func state(knowing desired: DesiredState) -> ReadState {
        var state = state
        let stated = statedValues(desired)
        for (address, fields) in redactions {
            for (field, digest) in fields {
                let known = stated[address]?.compactMap { $0[field] }.first { value in
                    if case .text(let text) = value {
                        self.digest(of: text, address, field) == digest
                    } else {
                        false
                    }
                }
                state.observed.objects[address]?.fields[field] = known ?? redactedValue
            }
        }
        return state
    }

    /// The values that manifests and unfinished changes give to an object, by every name it may have.
    private func statedValues(_ desired: DesiredState) -> [Address: [FieldMap<Value>]] {
        var stated: [Address: [FieldMap<Value>]] = [:]
        for object in desired.objects.values {
            let values = object.fields.compactMap { _, value -> Value? in
                if case .scalar(let value) = value { value } else { nil }
            }
            for name in [object.address.name] + object.formerly {
                stated[Address(object.address.kind, name), default: []].append(values)
            }
        }
        for change in state.openEntries.map(\.change) {
            switch change.effect {
            case .create(let fields): stated[change.address, default: []].append(fields)
            case .update(let changes):
                var fields = FieldMap<Value>()
                for change in changes { fields[change.field] = change.after }
                stated[change.address, default: []].append(fields)
            default: continue
            }
        }
        return stated
    }

    private func digest(of text: String, _ address: Address, _ field: Field) -> String {
        slowDigest(of: text, salt: "\(state.applied.lineage ?? "") \(address) \(field.rawValue)")
    }
}
