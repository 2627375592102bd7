package import WritModel
package import WritPolicy

/// How the requests are chosen among which a difference is looked for.
package enum SlowSearch: Hashable, Sendable {
    /// All texts over a tiny alphabet up to a length.
    case enumeration(length: Int)
    /// One text for each cell of each dimension: complete, unless a key is compared in several ways at once.
    case cells
}

/// What a slow search found.
package struct SlowDifference: Sendable {
    /// A request that is allowed by the new documents and refused by the old ones, without doubt.
    package var certain: Request?
    /// One that may be, as far as the vendor says.
    package var possible: Request?
}

/// Looks for a request that the new documents allow and the old ones do not, in every case there is.
///
/// Requests that no statement tells apart are tried once. Returns `nil` where there are too many cases.
/// - Parameter third: Documents that have to allow it too, or may not allow it either.
package func slowGained(
    old: [JSONValue], new: [JSONValue], third: (documents: [JSONValue], isWanted: Bool)? = nil,
    dialect: Dialect, kind: PolicyKind = .identity,
    options: ReadingOptions = ReadingOptions(), search: SlowSearch
) -> SlowDifference? {
    let sides = [old, new, third?.documents ?? []].map {
        SlowPolicies($0, dialect: dialect, kind: kind, options: options).statements
    }
    let atoms = SlowAtoms(dialect: dialect, options: options, statements: Array(sides.joined()))
    let candidates: SlowCandidates
    switch search {
    case .enumeration(let length): candidates = atoms.enumerated(length: length)
    case .cells:
        guard let cells = atoms.cells() else { return nil }
        candidates = cells
    }
    let callers: [Caller?] = kind == .identity ? [nil] : PolicyVocabulary(dialect).callers
    let cases = SlowCases(atoms, candidates, callers)
    return cases.difference(sides.map(\.count), isThirdWanted: third?.isWanted)
}

/// Requests in parts, one for each way in which the statements see that part.
private struct SlowCases {
    /// A part of a request, and for every statement whether it matches that part.
    typealias Seen<Part> = (part: Part, truths: [SlowTruth])

    private let statements: [SlowStatement]
    private let actions: [Seen<String>]
    private let resources: [Seen<String>]
    private let callers: [Seen<Caller?>]
    private let contexts: [Seen<[String: [String]]>]

    init(_ atoms: SlowAtoms, _ candidates: SlowCandidates, _ callers: [Caller?]) {
        let statements = atoms.statements
        self.statements = statements
        actions = Self.distinct(candidates.actions) { action in
            statements.map { $0.actionTruth(Request(action: action)) }
        }
        resources = Self.distinct(Self.resources(atoms, candidates)) { resource in
            statements.map { $0.resourceTruth(Request(action: "", resource: resource)) }
        }
        self.callers = Self.distinct(callers) { caller in
            statements.map { $0.principalTruth(Request(action: "", caller: caller)) }
        }
        contexts = Self.contexts(atoms, candidates)
    }

    /// One of each kind.
    private static func distinct<Part>(_ parts: [Part], _ truths: (Part) -> [SlowTruth]) -> [Seen<Part>] {
        var known: Set<[SlowTruth]> = []
        return parts.compactMap { part in
            let seen = truths(part)
            return known.insert(seen).inserted ? (part, seen) : nil
        }
    }

    /// Whole resources: one for each set of patterns that match it.
    private static func resources(_ atoms: SlowAtoms, _ candidates: SlowCandidates) -> [String] {
        let patterns = atoms.statements.flatMap(\.resourceTexts).compactMap {
            slowSegments($0, atoms.segmentCount)
        }
        var found: [Seen<String>] = [("", patterns.flatMap { _ in [SlowTruth.yes, .yes] })]
        for (index, texts) in candidates.segments.enumerated() {
            let isCaseless = atoms.dialect == .huawei && !atoms.options.flat && (index == 0 || index == 3)
            let segments = distinct(texts) { text in
                patterns.flatMap { pattern in
                    [true, false].map { isWildcard in
                        SlowTruth(
                            slowMatches(
                                slowTokens(pattern[index], questionMarkIsWildcard: isWildcard), text,
                                caseless: isCaseless))
                    }
                }
            }
            let longer = found.flatMap { start in
                segments.map { end in
                    (index == 0 ? end.part : start.part + ":" + end.part, both(start.truths, end.truths))
                }
            }
            var known: Set<[SlowTruth]> = []
            found = longer.filter { known.insert($0.1).inserted }.map { (part: $0.0, truths: $0.1) }
        }
        return found.map(\.part)
    }

    private static func both(_ left: [SlowTruth], _ right: [SlowTruth]) -> [SlowTruth] {
        zip(left, right).map { [$0, $1].conjunction }
    }

    /// Contexts key by key, each key absent, with one value or, where a qualifier asks for them, with several.
    private static func contexts(_ atoms: SlowAtoms, _ candidates: SlowCandidates) -> [Seen<
        [String: [String]]
    >] {
        var found: [Seen<[String: [String]]>] = [([:], atoms.statements.map { _ in .yes })]
        for (key, texts) in candidates.values.sorted(by: { $0.key < $1.key }) {
            let entries = atoms.statements.map { $0.entries(of: key) }
            let cells = distinct(texts) { text in
                let request = Request(action: "", context: [key: [text]])
                return zip(atoms.statements, entries).flatMap { statement, entries in
                    entries.map { statement.truth(of: $0, for: request) }
                }
            }
            let sets = atoms.isSet(key) ? subsets(cells.map(\.part)) : cells.map { [$0.part] }
            let values = distinct([[]] + sets) { values in
                let request = Request(action: "", context: [key: values])
                return zip(atoms.statements, entries).map { statement, entries in
                    entries.map { statement.truth(of: $0, for: request) }.conjunction
                }
            }
            var known: Set<[SlowTruth]> = []
            found = found.flatMap { start in
                values.compactMap { value in
                    let truths = both(start.truths, value.truths)
                    guard known.insert(truths).inserted else { return nil }
                    var context = start.part
                    context[key] = value.part.isEmpty ? nil : value.part
                    return (part: context, truths: truths)
                }
            }
        }
        return found
    }

    /// All sets of up to seven values, of more those of one, two or three.
    private static func subsets(_ values: [String]) -> [[String]] {
        guard values.count > 7 else {
            return (1..<(1 << values.count)).map { bits in
                values.indices.filter { bits & (1 << $0) != 0 }.map { values[$0] }
            }
        }
        return values.indices.flatMap { first in
            values.indices[first...].flatMap { second in
                values.indices[second...].map {
                    Array(Set([values[first], values[second], values[$0]])).sorted()
                }
            }
        }
    }

    /// Every part with every other.
    ///
    /// - Parameter counts: Of the statements of the old, the new and the third documents, which stand in this order.
    func difference(_ counts: [Int], isThirdWanted: Bool?) -> SlowDifference {
        var difference = SlowDifference()
        let oldRange = 0..<counts[0]
        let newRange = oldRange.upperBound..<oldRange.upperBound + counts[1]
        for caller in callers {
            for action in actions {
                let asked = Self.both(caller.truths, action.truths)
                guard asked[newRange].contains(where: { $0 != .no }) else { continue }
                for resource in resources {
                    let named = Self.both(asked, resource.truths)
                    guard named[newRange].contains(where: { $0 != .no }) else { continue }
                    for context in contexts {
                        let truths = zip(statements, Self.both(named, context.truths)).map {
                            (statement: $0, truth: $0.isReadable ? $1 : .open)
                        }
                        let newer = slowVerdict(Array(truths[newRange]))
                        guard newer == .allowed || newer == .uncertain else { continue }
                        let older = slowVerdict(Array(truths[oldRange]))
                        guard older != .allowed else { continue }
                        let third = slowVerdict(Array(truths[newRange.upperBound...]))
                        let isFit = isThirdWanted.map { $0 == (third == .allowed) } ?? true
                        guard isFit || third == .uncertain else { continue }
                        let request = Request(
                            action: action.part, resource: resource.part, context: context.part,
                            caller: caller.part)
                        let isThirdOpen = isThirdWanted != nil && third == .uncertain
                        if newer == .allowed && older != .uncertain && !isThirdOpen {
                            return SlowDifference(certain: request, possible: request)
                        }
                        difference.possible = difference.possible ?? request
                    }
                }
            }
        }
        return difference
    }
}
