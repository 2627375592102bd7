internal import WritManifest
internal import WritModel

extension OutputSchemas {
    /// Why an object is not the account's own.
    static let reservation = SchemaNode.words(Reservation.allCases.map(\.rawValue))
        .described("Why the object is not the account's own.")

    /// The member of a report that lists reserved objects; left out where there is none.
    static let reservedObjects = (
        "reserved",
        SchemaNode.list(of: .whole([("address", .definition("address")), ("reservation", reservation)]))
            .described("Live, left alone, and not the account's own. Missing: there is none.")
    )
}
