package import WritModel

/// What is known of the actions of a dialect, and from when.
///
/// The data is text in the program. The first question finds where each service and action stands in it; nothing is copied before it is asked for.
package struct ActionCatalog: Sendable {
    /// A day of the calendar.
    package struct Day: Hashable, Sendable {
        /// As `2025-04-25`.
        package let text: String
        /// Its start.
        package let start: Instant

        fileprivate init(_ text: String) {
            guard let start = Instant(day: text) else { preconditionFailure("`\(text)` is no day") }
            (self.text, self.start) = (text, start)
        }
    }

    /// The day of the source.
    package let date: Day
    /// Whether every service of the vendor is listed.
    package let isComplete: Bool
    /// What it covers, for messages and pages.
    package let coverage: String
    private let known: [String: CatalogService]

    private init(_ day: String, isComplete: Bool, _ coverage: String, _ parts: [StaticString]) {
        date = Day(day)
        self.isComplete = isComplete
        self.coverage = coverage
        known = Dictionary(
            parts.flatMap(catalogServices).map { ($0.prefix, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The services that it names.
    package var services: [String] { Array(known.keys) }

    /// What is known of a service, by its prefix in any case; `nil` for one that it does not name.
    package func service(_ prefix: String) -> CatalogService? { known[prefix] ?? known[prefix.lowercased()] }

    private static let aws = ActionCatalog(
        "2025-04-25", isComplete: true, "every service of AWS",
        [awsActions1, awsActions2, awsActions3, awsActions4])
    private static let huawei = ActionCatalog(
        "2026-11-22", isComplete: false, "the actions of IAM, and the names of other services",
        [huaweiActions])
    private static let jd = ActionCatalog(
        "2026-11-22", isComplete: false, "the operations of IAM's interface, and the names of other services",
        [jdActions])
    private static let volcengine = ActionCatalog(
        "2026-11-22", isComplete: false, "the operations of IAM's interface, and the names of other services",
        [volcengineActions])

    /// The one of a dialect.
    package static func of(_ dialect: Dialect) -> ActionCatalog {
        switch dialect {
        case .aws: aws
        case .huawei: huawei
        case .jd: jd
        case .volcengine: volcengine
        }
    }
}

/// The services of a text, a line each.
private func catalogServices(_ text: StaticString) -> [CatalogService] {
    text.withUTF8Buffer { bytes in
        var result: [CatalogService] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            if end > start { result.append(CatalogService(text, line: start..<end, bytes)) }
            start = end + 1
        }
        return result
    }
}
