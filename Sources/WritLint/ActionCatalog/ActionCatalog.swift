package import WritModel

/// What is known of the actions of a dialect.
///
/// The data is text in the program. The first question finds where each service and action stands in it; nothing is copied before it is asked for.
package struct ActionCatalog: Sendable {
    private let known: [String: CatalogService]

    private init(_ parts: [StaticString]) {
        known = Dictionary(
            parts.flatMap(catalogServices).map { ($0.prefix, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The services that it names.
    package var services: [String] { Array(known.keys) }

    /// What is known of a service, by its prefix in any case; `nil` for one that it does not name.
    package func service(_ prefix: String) -> CatalogService? { known[prefix] ?? known[prefix.lowercased()] }

    private static let aws = ActionCatalog([awsActions1, awsActions2, awsActions3, awsActions4])
    private static let huawei = ActionCatalog([huaweiActions])
    private static let jd = ActionCatalog([jdActions])
    private static let volcengine = ActionCatalog([volcengineActions])

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
