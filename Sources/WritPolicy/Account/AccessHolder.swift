package import WritModel

/// Somebody who may do something, at once or under conditions, and how.
package struct AccessHolder: Hashable, Sendable {
    /// How sure it is that it may.
    package enum Standing: String, CaseIterable, Comparable, Sendable {
        /// It may.
        case allowed
        /// It may where the request says more than was asked.
        case conditional
        /// Nobody knows.
        case uncertain

        package static func < (a: Standing, b: Standing) -> Bool { a.rank < b.rank }

        private var rank: Int {
            switch self {
            case .allowed: 0
            case .conditional: 1
            case .uncertain: 2
            }
        }
    }

    /// The user or agency.
    package var principal: Address
    /// The agencies that it assumes one after the other.
    package var via: [String]
    /// That of the weakest step.
    package var standing: Standing
    /// The steps, each with what allows it or what it needs.
    package var steps: [HolderStep]
}

/// One step of a holder's way.
package struct HolderStep: Hashable, Sendable {
    /// Who makes the request.
    package var principal: Address
    /// The agency it leads into; `nil` for the action itself.
    package var agency: String?
    /// How sure it is.
    package var standing: AccessHolder.Standing
    /// What allows it.
    package var grounds: [AccessGround]
    /// What would allow it, each with what the request would have to say.
    package var conditional: [NearMiss]
    /// The Denies that do not match only because of what the request does not say.
    package var reservations: [NearMiss]
    /// Why nobody knows.
    package var reasons: [OpenReason]
}
