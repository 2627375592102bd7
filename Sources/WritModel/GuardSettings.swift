/// How many of a number may change: `max(floor, min(ceiling, percent of the number))`.
package struct Limit: Hashable, Sendable {
    /// So many may always change.
    package var floor: Int
    /// So many of a hundred may change.
    package var percent: Int
    /// More may never change.
    package var ceiling: Int?

    package init(floor: Int, percent: Int, ceiling: Int? = nil) {
        self.floor = floor
        self.percent = percent
        self.ceiling = ceiling
    }

    /// The most that may change out of `count`; the percentage is rounded down.
    package func allowed(of count: Int) -> Int {
        let share = count * percent / 100
        return max(floor, min(ceiling ?? .max, share))
    }

    /// The stricter of two limits, part by part.
    package func tightened(by other: Limit) -> Limit {
        let ceilings = [ceiling, other.ceiling].compactMap { $0 }
        return Limit(
            floor: min(floor, other.floor), percent: min(percent, other.percent), ceiling: ceilings.min())
    }
}

/// The guards' limits for a target, from `writ.yaml`.
package struct GuardSettings: Hashable, Sendable {
    /// Objects removed, per kind.
    package var removedObjects = Limit(floor: 1, percent: 10, ceiling: 10)
    /// Memberships removed, and attachments removed.
    package var removedEdges = Limit(floor: 5, percent: 25)
    /// Objects updated or renamed.
    package var updatedObjects = Limit(floor: 10, percent: 30)

    /// Principals that gain sensitive access by one plan; `nil` for no limit.
    package var maxSensitiveGrants: Int?

    /// Who applies plans, and may not lose what it may do; `nil` where nobody says so.
    package var applier: Address?

    /// From where plans are applied, in order: every one of these stays admitted to the APIs. Empty where nobody says so.
    package var applierAddresses: [AddressRange] = []

    /// The settings of a target that names none.
    package init() {}

    /// The stricter of two settings, limit by limit.
    package func tightened(by other: GuardSettings) -> GuardSettings {
        var result = self
        result.removedObjects = removedObjects.tightened(by: other.removedObjects)
        result.removedEdges = removedEdges.tightened(by: other.removedEdges)
        result.updatedObjects = updatedObjects.tightened(by: other.updatedObjects)
        result.maxSensitiveGrants = [maxSensitiveGrants, other.maxSensitiveGrants].compactMap { $0 }.min()
        result.applier = applier ?? other.applier
        result.applierAddresses = Set(applierAddresses + other.applierAddresses).sorted()
        return result
    }
}
