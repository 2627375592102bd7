/// Whether something matches, as far as the vendor says.
package enum Truth: Hashable, Sendable {
    case no, open, yes

    /// The truth of a definite answer.
    package init(_ value: Bool) { self = value ? .yes : .no }

    /// Both hold.
    package func and(_ other: @autoclosure () -> Truth) -> Truth {
        if self == .no { return .no }
        let other = other()
        if other == .no { return .no }
        return self == .yes && other == .yes ? .yes : .open
    }

    /// One of them holds.
    package func or(_ other: @autoclosure () -> Truth) -> Truth {
        if self == .yes { return .yes }
        let other = other()
        if other == .yes { return .yes }
        return self == .no && other == .no ? .no : .open
    }

    /// It does not hold.
    package var negated: Truth {
        switch self {
        case .no: .yes
        case .open: .open
        case .yes: .no
        }
    }
}

/// Why a vendor's documents leave a decision open.
package enum OpenReason: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// An operator that negates, without `IfExists`, met an absent key.
    case negatedAbsentKey(operatorName: String, key: String)
    /// An operator that no page of the vendor describes.
    case undocumentedOperator(String)
    /// A variable whose key has several values in the request.
    case severalValues(key: String)
    /// `?` in an action or a resource.
    case questionMark(String)
    /// Statements that could not be read.
    case unreadable(count: Int)
    /// A policy whose document is not known.
    case unknownPolicy(String)
    /// A comparison that needs more cases than it looks at.
    case tooManyCases(String)
    /// A variable that stands where the comparison cannot follow it.
    case variable(String)

    package var description: String {
        switch self {
        case .negatedAbsentKey(let name, let key):
            "the vendor does not say what `\(name)` does when `\(key)` is absent"
        case .undocumentedOperator(let name): "the vendor does not document the operator `\(name)`"
        case .severalValues(let key): "`${\(key)}` stands for a key with several values"
        case .questionMark(let text): "the vendor does not say whether `?` in `\(text)` is a wildcard"
        case .unreadable(let count):
            count == 1 ? "a statement could not be read" : "\(count) statements could not be read"
        case .unknownPolicy(let name): "the document of \(name) is not known"
        case .tooManyCases(let what): "too many cases to look at: \(what)"
        case .variable(let text): "the variable in `\(text)` stands where it cannot be compared"
        }
    }

    package static func < (a: OpenReason, b: OpenReason) -> Bool { a.description < b.description }
}
