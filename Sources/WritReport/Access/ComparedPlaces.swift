/// Where the manifests of both sides of a comparison say what it names.
package struct ComparedPlaces: Sendable {
    /// Of the side before.
    package var old: AccessPlaces
    /// Of the side after.
    package var new: AccessPlaces

    /// Nowhere, unless told otherwise.
    package init(old: AccessPlaces = AccessPlaces(origin: ""), new: AccessPlaces = AccessPlaces(origin: "")) {
        self.old = old
        self.new = new
    }
}
