import WritModel

extension Glob {
    /// Whether everything that `other` matches is matched here; never of patterns with `?` that differ: vendors
    /// read it in several ways.
    ///
    /// The pattern's own bytes, taken as a text, stand for all of it: no literal is equal to a run, as none is to a character that no pattern holds. Such a
    /// text is in another pattern only if all of the pattern is.
    func covers(_ other: Glob) -> Bool {
        if isEverything { return true }
        if isLiteral || !matches(other.bytes) { return self == other }
        return self == other || oneCount == 0 && other.oneCount == 0
    }
}

extension Box {
    /// Whether every text of the other box is in this one.
    func covers(_ other: Box) -> Bool { zip(segments, other.segments).allSatisfy { $0.covers($1) } }
}

extension ActionPattern {
    /// Whether all actions of another pattern that the vendor can have are in this one.
    func covers(_ other: ActionPattern, in dialect: Dialect, flat: Bool) -> Bool {
        if glob.isLiteral { return glob == other.glob }
        let (service, theirs) = (glob.service, other.glob.service)
        if !service.isEmpty, !theirs.isEmpty, service != theirs { return false }
        if glob.covers(other.glob) { return true }
        if other.glob.isLiteral || glob.oneCount > 0 || other.glob.oneCount > 0 { return false }
        let count = flat ? 1 : dialect.actionSegments
        let mine = boxes(of: glob, segments: count)
        return boxes(of: other.glob, segments: count).allSatisfy { theirs in
            mine.contains { $0.covers(theirs) }
        }
    }
}

extension ResourcePattern {
    /// Whether all resources of another pattern are in this one; of variables only where they are the same.
    func covers(_ other: ResourcePattern) -> Bool { areCovered(other.segments, by: segments) }
}

/// Whether all resources of a pattern of these segments are in another one; a pattern without any has no resource.
func areCovered(_ theirs: [TextPattern]?, by segments: [TextPattern]?) -> Bool {
    guard let theirs else { return true }
    guard let segments, segments.count == theirs.count else { return false }
    // From the last one: names of resources differ there first.
    for index in segments.indices.reversed() {
        guard let glob = segments[index].constant, let constant = theirs[index].constant else {
            if segments[index] == theirs[index] { continue }
            return false
        }
        if glob.isEverything || glob == constant { continue }
        if glob.isLiteral || constant.oneCount > 0 || !glob.covers(constant) { return false }
    }
    return true
}
