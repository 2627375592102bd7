package import WritModel

/// What is the same in all requests that a comparison looks at.
package struct RequestBounds: Hashable, Sendable {
    /// Keys, in lower case, that always have this one value.
    package var fixed: [String: String]
    /// The key, in lower case, of the request's moment, and the first moment that counts.
    package var time: Time?
    /// Keys, in lower case, that may have several values although no qualifier in what is compared names them.
    package var several: Set<String>

    /// A key of moments and the first one that counts.
    package struct Time: Hashable, Sendable {
        /// In lower case.
        package var key: String
        /// Earlier requests do not count; the key is never absent.
        package var first: Instant

        /// The key, in any case, and the first moment.
        package init(key: String, first: Instant) {
            self.key = key.lowercased()
            self.first = first
        }
    }

    /// Nothing is the same, unless told otherwise; keys in any case.
    package init(fixed: [String: String] = [:], time: Time? = nil, several: Set<String> = []) {
        self.fixed = Dictionary(
            fixed.map { ($0.key.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first })
        self.time = time
        self.several = Set(several.map { $0.lowercased() })
    }
}
