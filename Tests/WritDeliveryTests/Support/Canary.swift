import WritModel

@testable import WritDelivery

/// A secret that is looked for everywhere, and the credential that it belongs to.
enum Canary {
    static let text = #"canary-9hQ2"\vZ7{}Ω-xK4"#

    static let label = CredentialLabel(
        target: "production", account: "acme", user: "ann", sort: .accessKey(name: "ci"), generation: 3)

    static let credential = LabelledCredential(
        label, id: "AKID7", secret: Secret(copying: text.utf8),
        createdAt: Instant(epochSeconds: 1_800_000_000))

    /// Whether any part of the secret, or of the way JSON writes it, is in `text`.
    static func isIn(_ text: some StringProtocol) -> Bool {
        ["canary-9", "hQ2\"", "\\vZ7", "Ω-xK4", "-9hQ2"].contains { text.contains($0) }
    }
}
