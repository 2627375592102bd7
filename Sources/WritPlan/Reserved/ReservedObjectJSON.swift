package import WritModel

extension ReservedObject {
    /// The object as reports and plans hold it; ``init(json:)`` reads it back.
    package var json: JSONValue {
        ["address": .string(address.description), "reservation": .string(reservation.rawValue)]
    }

    /// Reads ``json`` back; `nil` where it does not fit.
    package init?(json: JSONValue) {
        guard let address = json["address"]?.string.flatMap(Address.init(parsing:)),
            let reservation = json["reservation"]?.string.flatMap(Reservation.init)
        else { return nil }
        self.init(address, reservation)
    }
}
