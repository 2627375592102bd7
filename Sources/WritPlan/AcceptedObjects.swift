package import WritModel

/// What is to be taken from the store into the manifests.
package struct AcceptedObjects: Hashable, Sendable {
    /// Objects whose drift is taken; `nil` for every managed object.
    package var addresses: Set<Address>?
    /// Live objects without a manifest, as manifests would declare them.
    package var unmanaged: [DesiredObject]

    /// Drift of these objects, and manifests for those.
    package init(addresses: Set<Address>?, unmanaged: [DesiredObject] = []) {
        self.addresses = addresses
        self.unmanaged = unmanaged
    }

    /// Whether an object is among them.
    package func contains(_ address: Address) -> Bool {
        addresses.map { $0.contains(address) } ?? true || isNew(address)
    }

    /// Whether an object gets a manifest.
    func isNew(_ address: Address) -> Bool { unmanaged.contains { $0.address == address } }
}
