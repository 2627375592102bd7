package import WritModel

/// What a document is attached to, which decides what it may say.
package enum PolicyKind: String, CaseIterable, Sendable {
    /// Attached to a user, a group or an agency.
    case identity
    /// Attached to a resource: says who may use it.
    case resource
    /// Attached to an agency or a role: says who may assume it.
    case trust
}

/// How patterns are read where data sets differ from the vendors.
package struct ReadingOptions: Hashable, Sendable {
    /// Actions and resources are one text each instead of segments.
    package var flat: Bool
    /// `${…}` is text.
    package var literalVariables: Bool

    /// The vendors' reading, unless told otherwise.
    package init(flat: Bool = false, literalVariables: Bool = false) {
        self.flat = flat
        self.literalVariables = literalVariables
    }
}

// What each vendor's grammar says; source of the rules: each vendor's pages on it, summed up in <doc:Semantics>.
extension Dialect {
    /// How many segments a well-formed action has.
    package var actionSegments: Int { self == .huawei ? 3 : 2 }

    /// How many segments a resource name has.
    package var resourceSegments: Int { self == .aws ? 6 : 5 }

    /// The resource segments that are compared without case.
    package var caselessResourceSegments: [Int] { self == .huawei ? [0, 3] : [] }

    /// Whether the pattern, in lower case, matches an action with as many segments as the dialect's have.
    package func hasAction(matching glob: Glob) -> Bool { !boxes(of: glob, segments: actionSegments).isEmpty }
}
