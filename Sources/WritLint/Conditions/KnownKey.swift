package import WritModel
package import WritPolicy

/// What the vendor says of a condition key that is not one service's own.
package struct KnownKey: Hashable, Sendable {
    /// What the key's values are.
    package enum ValueType: String, Hashable, Sendable {
        case text = "a text"
        case resourceName = "a resource name"
        case number = "a number"
        case date = "a time"
        case boolean = "a boolean"
        case address = "an address"
    }

    /// What else is known of a key.
    package struct Traits: OptionSet, Hashable, Sendable {
        /// A bit for each.
        package let rawValue: Int
        /// The traits of these bits.
        package init(rawValue: Int) { self.rawValue = rawValue }
        /// A request has several values.
        package static let several = Traits(rawValue: 1)
        /// Every request says it.
        package static let always = Traits(rawValue: 2)
        /// Says who calls, from where or how they signed in: policies rely on it to keep others out.
        package static let guards = Traits(rawValue: 4)
        /// Only third parties name it: nothing is said of its values.
        package static let unconfirmed = Traits(rawValue: 8)
    }

    /// As the vendor spells it; a tag's key follows on a `/` at the end.
    package var name: String
    /// What its values are.
    package var type: ValueType
    /// What else is known.
    package var traits: Traits

    /// A key; of one text that may be absent, unless told otherwise.
    init(_ name: String, _ type: ValueType = .text, _ traits: Traits = []) {
        self.name = name
        self.type = type
        self.traits = traits
    }

    /// Whether a tag's key belongs behind the name.
    package var isFamily: Bool { name.hasSuffix("/") }
}

extension Dialect {
    /// The keys that every service may be asked about, as far as they are known.
    package var globalKeys: [KnownKey] {
        switch self {
        case .aws: awsGlobalKeys
        case .huawei: huaweiGlobalKeys
        case .jd: jdGlobalKeys
        case .volcengine: volcengineGlobalKeys
        }
    }

    /// What their names start with, in lower case.
    package var globalPrefix: String {
        switch self {
        case .aws: "aws:"
        case .huawei: "g:"
        case .jd: "jdcloud:"
        case .volcengine: "volc:"
        }
    }

    /// What is known of a key, whatever its case.
    package func knownKey(_ key: String) -> KnownKey? { keyTable[self]?[keyStem(key)] }
}

extension Condition {
    /// What is known of its key and sure.
    package func confirmedKey(_ dialect: Dialect) -> KnownKey? {
        guard let known = dialect.knownKey(key), !known.traits.contains(.unconfirmed) else { return nil }
        return known
    }
}

/// A key in lower case, without what follows the first slash.
private func keyStem(_ key: String) -> String {
    let key = key.lowercased()
    return key.firstIndex(of: "/").map { String(key[...$0]) } ?? key
}

private let keyTable = Dictionary(
    uniqueKeysWithValues: Dialect.allCases.map { dialect in
        (
            dialect,
            Dictionary(dialect.globalKeys.map { ($0.name.lowercased(), $0) }, uniquingKeysWith: { a, _ in a })
        )
    })
