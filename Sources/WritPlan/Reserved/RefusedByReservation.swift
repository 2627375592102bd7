package import WritModel

extension Reservation {
    /// Whether the vendor refuses `change` at an object that is reserved so: a reserved object may be named by what is ours,
    /// and no more.
    package func refuses(_ change: Change) -> Bool {
        switch (self, change.effect) {
        case (.serviceAgency, _), (_, .adopt), (_, .release): false
        // That is how administrators are made.
        case (.administratorsGroup, .join), (.administratorsGroup, .leave): false
        case (_, _): true
        }
    }
}

extension Change {
    /// The objects that the change alters, under the names they have before it and after it: of an attachment the principal,
    /// not the policy.
    package var altered: [Address] {
        switch effect {
        case .attach(let key, _, _), .detach(let key, _): [key.principal]
        default: endpoints
        }
    }

    /// The sentence with which a store refuses the change because `reserved` is among what it alters; `nil` where it does not.
    package func refusal(by reserved: ReservedObject) -> String? {
        guard altered.contains(reserved.address), reserved.reservation.refuses(self) else { return nil }
        return "\(reserved.address) is \(reserved.reservation.clause), and cannot be changed like this"
    }
}
