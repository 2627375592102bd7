/// A line of a file in the repository.
struct Place: Hashable, Sendable {
    /// Relative to the root, with `/`.
    var path: String

    /// From 1.
    var line: Int
}

/// A broken rule of the layout, printed as `path:line: what — how to mend`.
struct Violation: Hashable, Sendable, CustomStringConvertible {
    var place: Place
    var what: String
    var mend: String

    init(_ path: String, _ line: Int, _ what: String, mend: String) {
        place = Place(path: path, line: line)
        self.what = what
        self.mend = mend
    }

    var description: String { "\(place.path):\(place.line): \(what) — \(mend)" }
}

extension Violation: Comparable {
    static func < (a: Violation, b: Violation) -> Bool {
        (a.place.path, a.place.line, a.what) < (b.place.path, b.place.line, b.what)
    }
}
