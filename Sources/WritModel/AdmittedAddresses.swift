/// Addresses from which people log in or call the APIs.
package struct AdmittedAddresses: Hashable, Sendable {
    /// A network, one address, or all from a first to a last one.
    package var range: AddressRange
    /// What is there; `nil` where nothing is said.
    package var note: String?

    /// An empty note is none.
    package init(_ range: AddressRange, note: String? = nil) {
        self.range = range
        self.note = note?.isEmpty == true ? nil : note
    }
}

extension Value? {
    /// The addresses that an address list admits: without an item, all of them.
    package var admittedRanges: [AddressRange] {
        guard case .list(let items)? = self, !items.isEmpty else { return [.everyVersion4, .everyVersion6] }
        return items.compactMap { if case .addresses(let addresses) = $0 { addresses.range } else { nil } }
    }
}
