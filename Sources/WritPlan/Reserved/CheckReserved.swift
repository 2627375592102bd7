internal import WritDiagnostics
internal import WritModel

extension DiffInProgress {
    /// Refuses manifests of objects that the vendor keeps to itself, and rows that would change one of them.
    mutating func checkReserved() {
        var declared: Set<Address> = []
        for object in input.desired.objects.values {
            guard let reservation = reservation(of: object.address), reservation.isRefusedByVendor else {
                continue
            }
            if reservation == .administratorsGroup, isKeptAsItIs(object) {
                let stated = statedBesideMembers(object, reservation)
                difference.diagnostics += stated
                if !stated.isEmpty { declared.insert(object.address) }
                continue
            }
            declared.insert(object.address)
            difference.diagnostics.append(refusal(of: object, reservation))
        }
        for change in changes {
            for address in change.altered where !declared.contains(address) {
                guard let reservation = observed.objects[address]?.reserved, reservation.refuses(change)
                else { continue }
                difference.diagnostics.append(refusal(of: change, ReservedObject(address, reservation)))
            }
        }
    }

    /// Why an object is reserved: a live one as the store says, one that is only declared as the vendor would say.
    private func reservation(of address: Address) -> Reservation? {
        if let live = observed.objects[address] { return live.reserved }
        return input.capabilities.vendor?.reservation(of: address)
    }

    /// Whether the object is live under the name that is declared.
    private func isKeptAsItIs(_ object: DesiredObject) -> Bool {
        !changes.contains { change in
            change.address == object.address && [.create, .rename, .delete].contains(change.action)
        }
    }

    /// What a manifest of the built-in group states beside its members.
    private func statedBesideMembers(_ object: DesiredObject, _ reservation: Reservation) -> [Diagnostic] {
        let source = input.sources[object.address]
        var stated = object.fields.fields.map { ($0.rawValue, source?.fields[$0]) }
        if object.policies != nil { stated.append((EdgeList.policies.rawValue, source?.lists[.policies])) }
        return stated.map { name, place in
            Diagnostic(
                "reserved.object",
                "`\(name)` of `\(object.address)` cannot be managed: it is \(reservation.clause)",
                at: place ?? source?.name, help: "declare its members alone")
        }
    }

    private func refusal(of object: DesiredObject, _ reservation: Reservation) -> Diagnostic {
        let address = object.address
        let former = renames.newName.first { $0.value == address && input.observed.objects.has($0.key) }?.key
        let name = former.map { "`\(address)`, which is live as `\($0)`," } ?? "`\(address)`"
        let help =
            switch reservation {
            case .rootUser: "delete the manifest; lists name the user as `{external: \(address.name)}`"
            case .administratorsGroup: "declare its members alone, under its own name"
            case .systemPolicy: "delete the manifest; lists name the policy as `{system: \(address.name)}`"
            case .builtInProject:
                "delete the manifest; attachments and the `parent` of projects name it as it is"
            case .serviceLinked, .serviceAgency: "delete the manifest; the service looks after it"
            }
        return Diagnostic(
            "reserved.object", "\(name) cannot be managed: it is \(reservation.clause)",
            at: input.sources[address]?.name, help: help)
    }

    private func refusal(of change: Change, _ reserved: ReservedObject) -> Diagnostic {
        let name = reserved.address.name
        let help =
            switch change.effect {
            case .join: "take the user out of the list"
            case .leave: "name the user in the list as `{external: \(name)}`, or keep the group"
            case .detach(let key, _): "keep `\(key.policy)` while it is attached there"
            default: "leave `\(reserved.address)` as it is"
            }
        return Diagnostic(
            "reserved.change",
            "a plan cannot \(change.summary): `\(reserved.address)` is \(reserved.reservation.clause)",
            at: change.source ?? input.sources[change.address]?.name, help: help)
    }

    /// Gives up an owned object that is reserved and no longer declared: it is never deleted.
    mutating func keepReserved(_ object: AppliedObject, _ reservation: Reservation) {
        released[object.address, default: Ownership(object: true)].object = true
        difference.diagnostics.append(
            Diagnostic(
                "reserved.kept", .warning,
                "`\(object.address)` stays as it is: it is \(reservation.clause), and its manifest is gone",
                help: "to change it once more, bring the manifest back"))
    }
}
