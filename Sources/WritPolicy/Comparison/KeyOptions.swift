import WritModel

/// A state of one key: what the atoms on it are then.
struct KeyOption {
    /// In the order of the atoms that were asked for.
    var truths: [Truth]
    /// The key's values; none for absent.
    var values: [String]
    /// Why the vendor may see it otherwise; `nil` for a state whose truths are certain, or left open in `truths`.
    var openReason: OpenReason?
}

extension KeyCells {
    /// The states of the key that `wanted` atoms can tell apart, present ones first.
    ///
    /// An absent key under an operator whose vendor does not say what absence means is three states: truths left open,
    /// all true, all false.
    /// - Returns: `nil` where there are too many.
    func options(for wanted: [Int], _ table: [Condition], _ dialect: Dialect, isFixed: Bool) -> [KeyOption]? {
        let places = wanted.compactMap { atoms.firstIndex(of: $0) }
        var result: [KeyOption] = []
        var seen: Set<[Truth]> = []
        let conditions = wanted.map { table[$0] }
        for cells in isMultiValued ? cellSets(places, conditions) ?? [] : singleCells {
            let truths = zip(places, conditions).map { place, condition in
                Truth(condition.holds(cells: cells, matching: matching[place], all: all))
            }
            guard seen.insert(truths).inserted else { continue }
            result.append(KeyOption(truths: truths, values: texts(in: cells)))
        }
        if isMultiValued, cellSets(places, conditions) == nil { return nil }
        return isFixed ? result : result + KeyCells.absentOptions(conditions, dialect)
    }

    /// The states of an absent key.
    static func absentOptions(_ conditions: [Condition], _ dialect: Dialect) -> [KeyOption] {
        var reasons: Set<OpenReason> = []
        let truths = conditions.map { condition in
            condition.operator.test == .absence
                ? Truth(condition.values.contains(.boolean(true)))
                : condition.absentTruth(dialect, &reasons)
        }
        let absent = KeyOption(truths: truths, values: [])
        guard let reason = reasons.min() else { return [absent] }
        return [absent]
            + [Truth.yes, .no].map { assumed in
                KeyOption(
                    truths: truths.map { $0 == .open ? assumed : $0 }, values: [], openReason: reason)
            }
    }

    private var all: UInt128 { texts.count == 128 ? .max : (1 << UInt128(texts.count)) - 1 }

    private var singleCells: [UInt128] { texts.indices.map { 1 << UInt128($0) } }

    private func texts(in cells: UInt128) -> [String] {
        texts.indices.filter { cells >> UInt128($0) & 1 == 1 }.map { texts[$0] }
    }

    /// Sets of cells such that every set meets the conditions as one of them does.
    ///
    /// Each condition asks whether the set has a cell in a mask. For every choice of masks that are missed and masks that are hit, the
    /// largest set without the missed ones is reduced to one cell for each hit one.
    private func cellSets(_ places: [Int], _ conditions: [Condition]) -> [UInt128]? {
        var masks: [UInt128] = []
        for (place, condition) in zip(places, conditions) where condition.operator.test != .absence {
            let mask = condition.asksForOthers ? all & ~matching[place] : matching[place]
            if !masks.contains(mask) { masks.append(mask) }
        }
        guard masks.count <= 12 else { return nil }
        var result: [UInt128] = []
        for choice in 0..<(1 << masks.count) {
            var allowed = all
            for (place, mask) in masks.enumerated() where choice >> place & 1 == 0 { allowed &= ~mask }
            var cells: UInt128 = 0
            for (place, mask) in masks.enumerated() where choice >> place & 1 == 1 {
                let hit = mask & allowed
                if hit == 0 {
                    allowed = 0
                    break
                }
                if cells & hit == 0 { cells |= hit & (~hit + 1) }
            }
            if allowed == 0 { continue }
            result.append(cells == 0 ? allowed & (~allowed + 1) : cells)
        }
        return result
    }
}

extension Condition {
    /// Whether it is decided by the cells that match none of its values.
    fileprivate var asksForOthers: Bool {
        switch self.operator.qualifier {
        case .anyValue: self.operator.isNegated
        case .allValues: !self.operator.isNegated
        case nil: false
        }
    }

    /// Whether a present key whose values lie in `cells` meets it.
    fileprivate func holds(cells: UInt128, matching: UInt128, all: UInt128) -> Bool {
        if self.operator.test == .absence { return values.contains(.boolean(false)) }
        let negated = self.operator.isNegated
        switch self.operator.qualifier {
        case .anyValue: return cells & (negated ? all & ~matching : matching) != 0
        case .allValues: return cells & (negated ? matching : all & ~matching) == 0
        case nil: return (cells & matching != 0) != negated
        }
    }
}
