extension ObservedState {
    /// The state with what `vendor` reserves marked so. Marks that the store gave stay.
    ///
    /// - Parameter vendor: see ``Capabilities/vendor``; `nil` leaves the state as it is.
    package func reserving(for vendor: Dialect?) -> ObservedState {
        guard let vendor else { return self }
        var result = self
        for (address, object) in objects where object.reserved == nil {
            // Policies of the vendor's own are no objects of an account: one of such a name is the account's.
            guard let found = vendor.reservation(of: address, fields: object.fields), found != .systemPolicy
            else { continue }
            result.objects[address]?.reserved = found
        }
        return result
    }

    /// The reserved objects that `isManaged` says nobody manages, in order.
    package func reservedObjects(unless isManaged: (Address) -> Bool) -> [ReservedObject] {
        objects.values.compactMap { object in
            guard let reserved = object.reserved, !isManaged(object.address) else { return nil }
            return ReservedObject(object.address, reserved)
        }.sorted()
    }
}
