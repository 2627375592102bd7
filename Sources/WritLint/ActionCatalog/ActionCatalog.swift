internal import Synchronization
package import WritModel

/// What is known of the actions of a dialect, and from when.
///
/// The data is text in the program. The first question finds where each service stands, and a service is read when it is asked for.
package final class ActionCatalog: Sendable {
    /// The day of the source.
    package let date: Day
    /// Whether every service of the vendor is listed.
    package let isComplete: Bool
    /// What it covers, for messages and pages.
    package let coverage: String
    /// The services that it names, in order.
    package let services: [String]
    private let parts: [StaticString]
    private let places: [String: Place]
    private let known = Mutex<[String: CatalogService]>([:])

    private struct Place: Sendable {
        var part: Int
        var bytes: Range<Int>
    }

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

    private init(_ day: String, isComplete: Bool, _ coverage: String, _ parts: [StaticString]) {
        date = Day(day)
        self.isComplete = isComplete
        self.coverage = coverage
        self.parts = parts
        places = Dictionary(
            parts.enumerated().flatMap { part, text in
                lines(of: text).map { ($0.prefix, Place(part: part, bytes: $0.bytes)) }
            }, uniquingKeysWith: { first, _ in first })
        services = places.keys.sorted()
    }

    /// What is known of a service, by its prefix in any case; `nil` for one that it does not name.
    package func service(_ prefix: String) -> CatalogService? {
        let prefix = prefix.lowercased()
        guard let place = places[prefix] else { return nil }
        return known.withLock { known in
            if let service = known[prefix] { return service }
            let line = parts[place.part].withUTF8Buffer {
                String(decoding: UnsafeBufferPointer(rebasing: $0[place.bytes]), as: UTF8.self)
            }
            let service = CatalogService(line)
            known[prefix] = service
            return service
        }
    }

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

/// The lines of a text, each with the prefix that it starts with behind its sign.
private func lines(of text: StaticString) -> [(prefix: String, bytes: Range<Int>)] {
    text.withUTF8Buffer { bytes in
        var result: [(prefix: String, bytes: Range<Int>)] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            let nameEnd = bytes[start..<end].firstIndex(of: UInt8(ascii: "|")) ?? end
            if start + 1 < nameEnd {
                let name = UnsafeBufferPointer(rebasing: bytes[start + 1..<nameEnd])
                result.append((String(decoding: name, as: UTF8.self), start..<end))
            }
            start = end + 1
        }
        return result
    }
}
