package import WritModel
package import WritPolicy

extension PatternElement {
    /// Whether nothing is left out: no list, or the element is not written.
    package var isUnlisted: Bool { included == nil && excluded.isEmpty }
}

extension PatternElement<ResourcePattern> {
    /// Whether every resource is meant.
    package var isEverything: Bool {
        excluded.isEmpty && (included?.contains { $0.isEverything } ?? true)
    }
}

extension Glob {
    /// Whether it matches every action of the dialect: `*`, or as many segments of `*` as actions have.
    package func coversEveryAction(_ dialect: Dialect) -> Bool {
        isEverything
            || self == Glob(Array(repeating: "*", count: dialect.actionSegments).joined(separator: ":"))
    }
}
