package import WritModel

/// What a statement does to the requests it matches.
package enum Effect: String, Hashable, Sendable {
    case allow = "Allow"
    case deny = "Deny"
}

/// A pattern of an action element.
package struct ActionPattern: Hashable, Sendable {
    /// In lower case.
    package var glob: Glob
    /// Of the author's entry in the document.
    package var path: ElementPath
    /// The author's spelling.
    package var text: String

    /// Equal when the same actions match.
    package static func == (a: Self, b: Self) -> Bool { a.glob == b.glob }
    package func hash(into hasher: inout Hasher) { hasher.combine(glob) }
}

/// A pattern of a resource element, by segments.
package struct ResourcePattern: Hashable, Sendable {
    /// As many as the dialect's resource names have; `nil` for a pattern that matches no resource.
    package var segments: [TextPattern]?
    /// Of the author's entry in the document.
    package var path: ElementPath
    /// The author's spelling.
    package var text: String

    /// Equal when the same resources match.
    package static func == (a: Self, b: Self) -> Bool { a.segments == b.segments }
    package func hash(into hasher: inout Hasher) { hasher.combine(segments) }
}

/// An element of patterns: what is listed, less what is excluded.
package struct PatternElement<Pattern: Hashable & Sendable>: Hashable, Sendable {
    /// Some of these must match; `nil` for everything.
    package var included: [Pattern]?
    /// None of these may match.
    package var excluded: [Pattern]

    /// Everything.
    package static var everything: PatternElement { PatternElement(included: nil, excluded: []) }
}

/// A statement of a document, in one form for every dialect.
package struct Statement: Hashable, Sendable {
    /// Counted from 0 in its document.
    package var index: Int
    /// The author's name for it.
    package var sid: String?
    /// What it does.
    package var effect: Effect
    /// Whom it is about; `nil` in documents that name no principals.
    package var principals: PrincipalElement?
    /// What may be done.
    package var actions: PatternElement<ActionPattern>
    /// What it may be done to.
    package var resources: PatternElement<ResourcePattern>
    /// All must hold.
    package var conditions: [Condition]
    /// Where it stands in its document.
    package var path: ElementPath
}

/// What a vendor would refuse in a document.
package struct PolicyProblem: Hashable, Sendable {
    /// A lower-case sentence.
    package var message: String
    /// What it is about.
    package var path: ElementPath
    /// Whether the statement around it says nothing that could be relied on.
    package var isBreaking: Bool

    /// A problem at that place.
    package init(_ message: String, _ path: ElementPath, isBreaking: Bool = false) {
        self.message = message
        self.path = path
        self.isBreaking = isBreaking
    }
}

/// A document as it was understood.
package struct PolicyReading: Hashable, Sendable {
    /// Whose language it is read as.
    package var dialect: Dialect
    /// What it is attached to.
    package var kind: PolicyKind
    /// How it was read.
    package var options: ReadingOptions
    /// In the author's order, those that could be read.
    package var statements: [Statement]
    /// How many statements could not.
    package var unreadableCount: Int
    /// Why the vendor would refuse the document; empty for a good one.
    package var problems: [PolicyProblem]
    /// The roles that a Huawei role needs beside it.
    package var dependencies: [RoleDependency]
}
