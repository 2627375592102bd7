extension FieldType {
    /// Whether the value tells how to reach a person: an e-mail address or a phone number.
    ///
    /// Such a value is left out of snapshots unless a manifest states it.
    package var isPersonal: Bool {
        switch self {
        case .text(_, .email), .text(_, .phone): true
        default: false
        }
    }
}

extension KindSchema {
    /// Whether the kind's field holds a value that tells how to reach a person.
    package func isPersonal(_ field: Field) -> Bool { self[field]?.type.isPersonal ?? false }
}
