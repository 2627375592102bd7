package import WritDiagnostics
package import WritModel

/// A finding that somebody looked at and lets stand: `# writ: allow SEC004 until 2027-03-31 -- reason`.
package struct Waiver: Hashable, Sendable {
    /// Codes and names of rules, or letters of families.
    package var rules: [String]
    /// Through when it holds; `nil` for no end.
    package var until: Expiry?
    /// Why; empty where nobody said.
    package var reason: String
    /// Where it stands.
    package var span: SourceSpan
    /// What it is about.
    package var reach: Reach
    /// Why it cannot be read, which makes it no waiver; `nil` for a good one.
    package var problem: String?

    /// A waiver that can be read.
    package init(
        rules: [String], until: Expiry? = nil, reason: String, span: SourceSpan, reach: Reach,
        problem: String? = nil
    ) {
        self.rules = rules
        self.until = until
        self.reason = reason
        self.span = span
        self.reach = reach
        self.problem = problem
    }

    /// What a waiver is about.
    package enum Reach: Hashable, Sendable {
        /// These lines of its own file.
        case lines(Range<Int>)
        /// All of a file, or of the files in a folder.
        case path(String)
    }

    /// Whether it holds at a moment.
    package func holds(at moment: Instant) -> Bool {
        guard problem == nil else { return false }
        return until.map { !$0.isPast(at: moment) } ?? true
    }

    /// Whether it is about a finding.
    func covers(_ finding: Finding) -> Bool {
        let names: Set<String> = [finding.code, finding.name, String(finding.code.prefix(3))]
        guard !names.isDisjoint(with: rules) else { return false }
        return [finding.span, finding.holder].contains { place in
            guard let place else { return false }
            switch reach {
            case .lines(let lines): return place.file == span.file && lines.contains(place.start.line)
            case .path(let path): return WritModel.path(path, contains: place.file)
            }
        }
    }
}
