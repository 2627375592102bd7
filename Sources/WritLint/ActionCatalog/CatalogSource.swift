package import WritModel

/// Where a dialect's catalogue of actions comes from.
package struct CatalogSource: Hashable, Sendable {
    /// The day of the source, as `2025-04-25`.
    package var day: String
    /// Whether every service of the vendor is listed.
    package var isComplete: Bool
    /// What it covers, for messages and pages.
    package var coverage: String
}

extension Dialect {
    /// Where the catalogue of its actions comes from; asking costs nothing.
    package var catalogSource: CatalogSource {
        switch self {
        case .aws:
            CatalogSource(
                day: "2025-04-25", isComplete: true,
                coverage: "all services, actions, resource types and keys")
        case .huawei:
            CatalogSource(
                day: "2023-02-23", isComplete: false,
                coverage: "the actions of IAM's older permission model, and the names of other services")
        case .jd, .volcengine:
            CatalogSource(
                day: "2026-08-01", isComplete: false,
                coverage: "the operations of IAM's interface, and the names of other services")
        }
    }

    /// What the catalogues of these dialects cover, for a page.
    static func coverage(of dialects: [Dialect]) -> String {
        dialects.map { "\($0.rawValue) \($0.catalogSource.coverage) (\($0.catalogSource.day))" }
            .joined(separator: "; ")
    }
}
