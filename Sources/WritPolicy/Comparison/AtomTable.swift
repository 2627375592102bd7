internal import WritModel

/// The conditions of both sides of a comparison, each once.
///
/// An *atom* is one condition, numbered; a *condition set* is the atoms of a statement, numbered. Set 0 is empty.
struct AtomTable {
    /// By number; variables have the values of the case.
    private(set) var atoms: [Condition] = []
    /// The atoms of each set, ascending.
    private(set) var sets: [[Int]] = [[]]
    private var numbers: [Condition: Int] = [:]
    private var setNumbers: [[Int]: Int] = [[]: 0]

    /// The number of a statement's conditions.
    mutating func conditionSet(_ conditions: [Condition], for comparisonCase: ComparisonCase) -> Int {
        if conditions.isEmpty { return 0 }
        let numbers = Set(conditions.map { number(of: $0.resolved(in: comparisonCase)) }).sorted()
        if let known = setNumbers[numbers] { return known }
        sets.append(numbers)
        setNumbers[numbers] = sets.count - 1
        return sets.count - 1
    }

    /// A key as its author wrote it first.
    func spelling(of key: String) -> String { atoms.first { $0.key == key }?.keyName ?? key }

    private mutating func number(of condition: Condition) -> Int {
        if let known = numbers[condition] { return known }
        atoms.append(condition)
        numbers[condition] = atoms.count - 1
        return atoms.count - 1
    }
}

extension Condition {
    /// The condition with the case's values for its variables, its values as a set in order of appearance.
    fileprivate func resolved(in comparisonCase: ComparisonCase) -> Condition {
        var result = self
        if values.contains(where: \.hasVariable) {
            result.values = values.compactMap { value in
                guard case .pattern(let pattern) = value, pattern.constant == nil else { return value }
                return comparisonCase.resolved(pattern).map { .pattern(TextPattern($0)) }
            }
        }
        if result.values.count > 1 {
            // Lists are sets: those that differ in order alone are one atom.
            result.values = Set(result.values).map { ($0.sortKey, $0) }.sorted { $0.0 < $1.0 }.map(\.1)
        }
        return result
    }
}

extension ConditionValue {
    fileprivate var sortKey: String {
        switch self {
        case .pattern(let pattern): pattern.constant?.description ?? "\(pattern.parts)"
        case .number(let number): number.description
        case .date(let seconds): String(seconds)
        case .boolean(let flag): String(flag)
        case .range(let range): "\(range.first)-\(range.last)"
        case .unreadable(let text): text
        }
    }
}
