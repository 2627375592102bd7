/// Why an object that an account shows is not the account's own: the vendor, or one of its services, made and needs it.
package enum Reservation: String, CaseIterable, Hashable, Sendable {
    /// The account's root user: it has every permission, and nothing can be given to it or taken from it.
    case rootUser = "root-user"
    /// The built-in group whose members have every permission. Its members can be changed, and nothing else.
    case administratorsGroup = "administrators-group"
    /// A policy or role of the vendor's.
    case systemPolicy = "system-policy"
    /// A project that stands for a region or for object storage.
    case builtInProject = "built-in-project"
    /// An agency or role that a service owns. The vendor lets nobody else change it.
    case serviceLinked = "service-linked"
    /// An agency that lets a service in and that Writ did not make. It can be changed; the service may then stop working.
    case serviceAgency = "service-agency"

    /// What such an object is, behind `is`.
    package var clause: String {
        switch self {
        case .rootUser: "the account's root user"
        case .administratorsGroup: "the built-in group of administrators"
        case .systemPolicy: "a policy of the vendor's"
        case .builtInProject: "a project built into the cloud"
        case .serviceLinked: "linked to a service, which owns it"
        case .serviceAgency: "an agency that a service may have made for itself"
        }
    }

    /// Whether the vendor refuses what others want to change of it. Otherwise it is people who should think twice.
    package var isRefusedByVendor: Bool { self != .serviceAgency }
}

/// An object that is not the account's own.
package struct ReservedObject: Hashable, Comparable, Sendable {
    /// The object.
    package var address: Address
    /// Why it is not.
    package var reservation: Reservation

    /// The object, and why it is reserved.
    package init(_ address: Address, _ reservation: Reservation) {
        self.address = address
        self.reservation = reservation
    }

    package static func < (a: ReservedObject, b: ReservedObject) -> Bool { a.address < b.address }
}
