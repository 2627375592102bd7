internal import WritDiagnostics
internal import WritModel

extension DiffInProgress {
    /// Creates, updates, renames and deletes; releases of what left the target.
    mutating func diffObjects() {
        for object in input.desired.objects.values {
            if object.address.kind == .identityProvider { checkExternalGroups(of: object) }
            if let live = observed.objects[object.address] {
                let base = applied.objects[object.address]
                diffRename(of: object)
                diffFields(of: object, live: live, base: base)
                diffOwnership(of: object, base: base)
            } else {
                diffCreation(of: object)
            }
        }
        for address in applied.objects.keys where !input.desired.objects.has(address) {
            if let object = applied.objects[address] { diffRemoval(of: object) }
        }
        checkMappedGroups()
    }

    private mutating func diffRename(of object: DesiredObject) {
        guard !object.formerly.isEmpty,
            let old = renames.newName.first(where: { $0.value == object.address })?.key,
            input.observed.objects.has(old)
        else { return }
        changes.append(
            Change(
                object.address, .rename(from: old.name), cause: .commit,
                source: input.sources[object.address]?.name))
    }

    private mutating func diffCreation(of object: DesiredObject) {
        let base = applied.objects[object.address]
        var fields: FieldMap<Value> = [:]
        for (field, desired) in object.fields {
            let capability = input.capabilities[object.address.kind, field]
            if capability == .unsupported {
                warnUnsupported(object, field)
                continue
            }
            if field.isCredential { continue }
            let value = desired.resolved(against: nil)
            if value != .list([]) { fields[field] = value }
        }
        let commitChanged = base.map { $0.fields != object.fields } ?? true
        changes.append(
            Change(
                object.address, .create(fields),
                cause: cause(commitChanged: commitChanged, storeChanged: base != nil),
                source: input.sources[object.address]?.name))
    }

    private mutating func diffFields(of object: DesiredObject, live: ObservedObject, base: AppliedObject?) {
        let exceptions = input.capabilities.exceptions[object.address.kind] ?? [:]
        var fieldChanges: [FieldChange] = []
        var commitChanged = false
        var storeChanged = false
        if object.address.kind == .identityProvider { checkProtocol(of: object, live) }
        if refusesInvitation(of: object) { return }
        for (field, desired) in object.fields where !field.isCredential || exceptions[field] == .unsupported {
            let before = live.fields[field]
            switch exceptions[field] ?? .mutable {
            case .unsupported:
                warnUnsupported(object, field)
                continue
            case .writeOnly:
                difference.unverifiable.append(ObjectField(object.address, field))
                if base?.fields[field] == desired { continue }
            case .observable, .createOnly, .replaceOnChange:
                if !desired.isSatisfied(by: before) {
                    warnUnchangeable(object, field, isReplaceable: exceptions[field] == .replaceOnChange)
                }
                continue
            case .mutable, .asyncVerify:
                if desired.isSatisfied(by: before) { continue }
            }
            fieldChanges.append(FieldChange(field, before: before, after: desired.resolved(against: before)))
            let last = base?.fields[field]
            if last != desired { commitChanged = true }
            if let last, !last.isSatisfied(by: before) { storeChanged = true }
        }
        guard let first = fieldChanges.first else { return }
        let source = input.sources[object.address]
        changes.append(
            Change(
                object.address, .update(fieldChanges),
                cause: cause(commitChanged: commitChanged, storeChanged: storeChanged),
                source: source?.fields[first.field] ?? source?.name))
    }

    /// Says that a user who has accepted an invitation cannot be invited elsewhere. Returns whether that is asked.
    private mutating func refusesInvitation(of object: DesiredObject) -> Bool {
        guard let accepted = inForce.objects[object.address]?.acceptedInvitation,
            let field = accepted.conflict(with: object.fields.compactMap { $1.resolved(against: nil) }),
            input.capabilities[.user, field] == .asyncVerify
        else { return false }
        difference.diagnostics.append(
            Diagnostic(
                "confirmation.accepted", .error,
                "`\(object.address)` has accepted an invitation, and the manifest sends another elsewhere",
                at: input.sources[object.address]?.fields[field],
                help:
                    "declare a user of another name for another person, and delete this one when it is not needed"
            ))
        return true
    }

    /// Notes what is taken over of a live object, and what its manifest no longer states.
    private mutating func diffOwnership(of object: DesiredObject, base: AppliedObject?) {
        let address = object.address
        guard let base else {
            adopted[address, default: Ownership(object: true)].object = true
            return
        }
        let fields = base.fields.fields(notIn: object.fields)
        let stated = base.lists.isEmpty ? [:] : object.listModes
        let lists = base.lists.keys.filter { stated[$0] == nil }.sorted()
        guard !fields.isEmpty || !lists.isEmpty else { return }
        released[address, default: Ownership(object: false)].fields = fields
        released[address, default: Ownership(object: false)].lists = lists
    }

    private mutating func diffRemoval(of object: AppliedObject) {
        let address = object.address
        if let reserved = observed.objects[address]?.reserved, reserved.isRefusedByVendor {
            return keepReserved(object, reserved)
        }
        guard pruned.contains(address), let live = observed.objects[address] else {
            // Gone already, or its path left the target: either way nothing is deleted.
            released[address, default: Ownership(object: true)].object = true
            if observed.objects.has(address) { warnPathLeft(object) }
            return
        }
        let isDrifted = object.fields.contains { !$0.value.isSatisfied(by: live.fields[$0.field]) }
        changes.append(
            Change(address, .delete(live.fields), cause: isDrifted ? .both : .commit))
    }

    private mutating func warnUnsupported(_ object: DesiredObject, _ field: Field) {
        difference.diagnostics.append(
            Diagnostic(
                "store.unsupported", .warning,
                "the store has no `\(field.rawValue)`, so `\(object.address)` is not checked for it",
                at: input.sources[object.address]?.fields[field],
                help: "set `\(field.rawValue)` of \(object.address.kind.rawValue) "
                    + "`\(object.address.name)` by hand, or delete the field"))
    }

    private mutating func warnUnchangeable(
        _ object: DesiredObject, _ field: Field, isReplaceable: Bool
    ) {
        difference.diagnostics.append(
            Diagnostic(
                "store.unchangeable", .warning,
                "the store cannot change `\(field.rawValue)` of `\(object.address)`, which differs",
                at: input.sources[object.address]?.fields[field],
                help: isReplaceable
                    ? "declare a new \(object.address.kind.manifestName) of another name, and delete this one when nobody needs it"
                    : "change it by hand, or delete the field"))
    }

    private mutating func warnPathLeft(_ object: AppliedObject) {
        difference.diagnostics.append(
            Diagnostic(
                "target.path-left", .warning,
                "`\(object.address)` is left unmanaged: `\(object.provenance.file)` is in no path of the target",
                help: "to delete the object, remove its manifest while its path is still a path of the target"
            ))
    }
}
