/// The request of one pair of a statement's entries in which every wildcard, and all that the entry leaves open, is a character that stands in no
/// pattern.
///
/// Kept in the bytes of ``Glob``, its wildcards being that character: as a text they match what such a character matches, runs and `?` alone, because no
/// literal is equal to them. What is found of such a text is true of a request that can be made.
struct PlainRequest {
    /// The whole text.
    var action: [UInt8]
    /// A text for each segment.
    var resource: [[UInt8]]

    /// The texts of an action pattern, with as many segments as a vendor's actions have; none where it has no such action.
    static func actions(of glob: Glob, segments count: Int) -> [[UInt8]] {
        if count == 1 || glob.colonCount == count - 1 { return [glob.bytes] }
        return boxes(of: glob, segments: count).map {
            Array($0.segments.map(\.bytes).joined(separator: [UInt8(ascii: ":")]))
        }
    }

    /// The texts of a resource pattern; `nil` where it matches nothing.
    static func resource(of pattern: ResourcePattern, in comparisonCase: ComparisonCase) -> [[UInt8]]? {
        guard let segments = pattern.segments else { return nil }
        var texts: [[UInt8]] = []
        texts.reserveCapacity(segments.count)
        for segment in segments {
            guard let glob = comparisonCase.resolved(segment) else { return nil }
            texts.append(glob.bytes)
        }
        return texts
    }
}

extension Glob {
    /// How many colons stand in it.
    var colonCount: Int { bytes.count { $0 == UInt8(ascii: ":") } }
}

extension Statement {
    /// Whether a plain action is among those of the statement.
    func isAbout(plainAction action: [UInt8]) -> Bool {
        if let included = actions.included, !included.contains(where: { $0.glob.matches(action) }) {
            return false
        }
        return !actions.excluded.contains { $0.glob.matches(action) }
    }

    /// Whether a plain resource is among those of the statement.
    func isAbout(plainResource resource: [[UInt8]], in comparisonCase: ComparisonCase) -> Bool {
        if let included = resources.included,
            !included.contains(where: { $0.matches(resource, in: comparisonCase) })
        {
            return false
        }
        return !resources.excluded.contains { $0.matches(resource, in: comparisonCase) }
    }
}

extension ResourcePattern {
    /// Whether each segment's text is in its pattern.
    fileprivate func matches(_ texts: [[UInt8]], in comparisonCase: ComparisonCase) -> Bool {
        guard let segments, segments.count == texts.count else { return false }
        // From the last one: names of resources differ there first.
        for index in segments.indices.reversed() {
            guard let glob = comparisonCase.resolved(segments[index]), glob.matches(texts[index]) else {
                return false
            }
        }
        return true
    }
}
