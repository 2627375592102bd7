package import WritModel
package import WritPolicy

extension PatternElement {
    /// What is listed and what is excluded.
    var all: [Pattern] { excluded.isEmpty ? included ?? [] : (included ?? []) + excluded }
}

extension PatternElement<ResourcePattern> {
    /// Whether every resource is meant.
    package var isEverything: Bool {
        excluded.isEmpty && (included?.contains { $0.isEverything } ?? true)
    }
}

extension Glob {
    /// Whether it matches every action of the dialect: runs with no more colons between them than actions have.
    package func coversEveryAction(_ dialect: Dialect) -> Bool {
        if isLiteral || bytes.first != Glob.run { return false }
        if isEverything { return true }
        let colon = UInt8(ascii: ":")
        guard bytes.last == Glob.run, bytes.allSatisfy({ $0 == Glob.run || $0 == colon })
        else { return false }
        // Runs do not stand side by side, so that as many runs as colons and one more means a run between any two colons.
        let colons = bytes.count { $0 == colon }
        return bytes.count == 2 * colons + 1 && colons < dialect.actionSegments
    }
}
