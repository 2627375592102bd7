import WritModel

/// The condition sets of the statements that are about one action and resource, on both sides.
struct MatchedConditions: Hashable {
    var allowNew: [Int]
    var denyNew: [Int]
    var allowOld: [Int]
    var denyOld: [Int]
    /// Of a third set, and whether it has to allow the request; `nil` where there is none.
    var third: ThirdConditions?
    /// The keys that follow from the action.
    var derived: [String: String]
}

/// The condition sets of a third set's statements that are about the action and resource.
struct ThirdConditions: Hashable {
    var allow: [Int]
    var deny: [Int]
    /// Whether it has to allow the request, or may not.
    var isWanted: Bool
}

extension MatchedConditions {
    /// All the sets, those first that have to hold.
    fileprivate var all: [[Int]] {
        [allowNew, denyNew, allowOld, denyOld] + (third.map { [$0.allow, $0.deny] } ?? [])
    }
}

/// Whether some context is allowed by the new side and not by the old one.
enum Satisfaction {
    case none
    /// Such a context: key in lower case to values.
    case context([String: [String]])
    /// Only under what the vendor leaves open.
    case open(Set<OpenReason>)
}

/// Finds contexts, for one case of a comparison.
///
/// The search takes one key after another, and for each the states that its atoms can tell apart; three truths end a
/// branch as soon as the rest does not matter. Exponential in the number of keys at worst, in practice a handful of steps.
struct ContextSearch {
    let table: AtomTable
    let dialect: Dialect
    let comparisonCase: ComparisonCase
    private var known: [MatchedConditions: Satisfaction] = [:]
    private var cells: [String: KeyCells] = [:]
    private var optionsByAtoms: [[Int]: [KeyOption]?] = [:]
    private let atomsByKey: [String: [Int]]

    init(_ table: AtomTable, _ dialect: Dialect, _ comparisonCase: ComparisonCase) {
        self.table = table
        self.dialect = dialect
        self.comparisonCase = comparisonCase
        var atomsByKey: [String: [Int]] = [:]
        for (number, atom) in table.atoms.enumerated() where !atom.operator.isOpen {
            atomsByKey[atom.key, default: []].append(number)
        }
        self.atomsByKey = atomsByKey
    }

    /// Looks for a context; the same question is answered once.
    mutating func satisfy(_ matched: MatchedConditions) -> Satisfaction {
        if matched.allowNew.isEmpty || matched.denyNew.contains(0) { return .none }
        // What the old side denies the new one denies, and what the new one allows the old one does.
        if matched.denyOld.allSatisfy(matched.denyNew.contains),
            matched.allowNew.allSatisfy(matched.allowOld.contains)
        {
            return .none
        }
        if let answer = known[matched] { return answer }
        var walk = Walk(matched, truths: Array(repeating: nil, count: table.atoms.count))
        explore(&walk)
        let answer: Satisfaction =
            if let context = walk.found { .context(context) } else if !walk.reasons.isEmpty {
                .open(walk.reasons)
            } else { .none }
        known[matched] = answer
        return answer
    }

    private struct Walk {
        let matched: MatchedConditions
        /// By atom; `nil` for one whose key has no state yet.
        var truths: [Truth?]
        var context: [String: [String]] = [:]
        var assumed: Set<OpenReason> = []
        var found: [String: [String]]?
        var reasons: Set<OpenReason> = []
        var stepsLeft = 100_000

        init(_ matched: MatchedConditions, truths: [Truth?]) {
            self.matched = matched
            self.truths = truths
        }
    }

    private mutating func explore(_ walk: inout Walk) {
        if walk.found != nil { return }
        walk.stepsLeft -= 1
        guard walk.stepsLeft > 0 else {
            walk.reasons.insert(.tooManyCases("contexts"))
            return
        }
        switch gain(walk) {
        case .no: return
        case .yes:
            if walk.assumed.isEmpty {
                walk.found = walk.context
            } else {
                walk.reasons.formUnion(walk.assumed)
            }
            return
        case .open: break
        }
        guard let atom = nextAtom(walk) else { return }
        if table.atoms[atom].operator.isOpen {
            let reason = OpenReason.undocumentedOperator(table.atoms[atom].operatorName)
            let before = walk.assumed
            walk.assumed.insert(reason)
            for truth in [Truth.yes, .no] {
                walk.truths[atom] = truth
                explore(&walk)
            }
            walk.truths[atom] = nil
            walk.assumed = before
            return
        }
        branch(on: table.atoms[atom].key, &walk)
    }

    private mutating func branch(on key: String, _ walk: inout Walk) {
        let wanted = involvedAtoms(key, walk.matched)
        guard let options = options(key, wanted, walk.matched.derived) else {
            walk.reasons.insert(.tooManyCases("values of `\(key)`"))
            return
        }
        let before = walk.assumed
        for option in options {
            for (atom, truth) in zip(wanted, option.truths) { walk.truths[atom] = truth }
            walk.context[key] =
                option.values.isEmpty || walk.matched.derived[key] != nil ? nil : option.values
            walk.assumed = before
            if let reason = option.openReason { walk.assumed.insert(reason) }
            explore(&walk)
            if walk.found != nil { return }
        }
        for atom in wanted { walk.truths[atom] = nil }
        walk.context[key] = nil
        walk.assumed = before
    }

    private func involvedAtoms(_ key: String, _ matched: MatchedConditions) -> [Int] {
        var involved: Set<Int> = []
        for sets in matched.all {
            for set in sets { involved.formUnion(table.sets[set]) }
        }
        return (atomsByKey[key] ?? []).filter(involved.contains)
    }

    private mutating func options(
        _ key: String, _ wanted: [Int], _ derived: [String: String]
    ) -> [KeyOption]? {
        let fixed: String?? = derived[key].map { .some($0) } ?? comparisonCase.values[key]
        if let fixed {
            guard let text = fixed else {
                return KeyCells.absentOptions(wanted.map { table.atoms[$0] }, dialect)
            }
            return KeyCells(wanted, table.atoms, dialect, fixed: text)
                .options(for: wanted, table.atoms, dialect, isFixed: true)
        }
        if let options = optionsByAtoms[wanted] { return options }
        let keyCells: KeyCells
        if let made = cells[key] {
            keyCells = made
        } else {
            keyCells = KeyCells(
                atomsByKey[key] ?? [], table.atoms, dialect,
                isMultiValued: comparisonCase.several.contains(key),
                notBefore: comparisonCase.time?.key == key ? comparisonCase.time?.first : nil)
            cells[key] = keyCells
        }
        let options =
            keyCells.isExact
            ? keyCells.options(
                for: wanted, table.atoms, dialect, isFixed: comparisonCase.time?.key == key) : nil
        optionsByAtoms[wanted] = options
        return options
    }

    // MARK: Truth

    /// Whether the new side allows and the old one does not.
    private func gain(_ walk: Walk) -> Truth {
        let matched = walk.matched
        let gain = isAllowed(matched.allowNew, matched.denyNew, walk)
            .and(isAllowed(matched.allowOld, matched.denyOld, walk).negated)
        guard let third = matched.third else { return gain }
        let answer = isAllowed(third.allow, third.deny, walk)
        return gain.and(third.isWanted ? answer : answer.negated)
    }

    private func isAllowed(_ allow: [Int], _ deny: [Int], _ walk: Walk) -> Truth {
        any(allow, walk).and(any(deny, walk).negated)
    }

    private func any(_ sets: [Int], _ walk: Walk) -> Truth {
        var result = Truth.no
        for set in sets {
            var all = Truth.yes
            for atom in table.sets[set] {
                all = all.and(walk.truths[atom] ?? .open)
                if all == .no { break }
            }
            result = result.or(all)
            if result == .yes { return .yes }
        }
        return result
    }

    /// An atom without a truth yet that may matter; those that the vendor leaves open last.
    private func nextAtom(_ walk: Walk) -> Int? {
        var free: Int?
        let matched = walk.matched
        for sets in matched.all {
            for set in sets {
                let atoms = table.sets[set]
                if atoms.contains(where: { walk.truths[$0] == .no }) { continue }
                for atom in atoms where walk.truths[atom] == nil {
                    if !table.atoms[atom].operator.isOpen { return atom }
                    free = free ?? atom
                }
            }
        }
        return free
    }
}
