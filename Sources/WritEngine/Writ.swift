/// What this build of Writ is.
package enum Writ {
    /// The version, which plans are bound to.
    package static let version = "0.1.0"
}
