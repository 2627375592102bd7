package import WritModel
package import WritPolicy

/// A statement as it is written, and as it was understood.
///
/// One object, which every rule looks at: what several of them ask for is worked out once, when the first one asks.
package final class LintedStatement {
    /// Counted from 0 in its document.
    package let index: Int
    /// Where it stands.
    package let path: ElementPath
    /// Its members as they are written; empty where it is no object.
    package let members: [JSONValue.Member]
    /// What was understood; `nil` where the vendor would make nothing of it.
    package let reading: Statement?
    /// Whether a member is no element.
    package let hasUnknownElement: Bool
    /// By element, which member it is, counted from 1; 0 for none. Of several of one name the first.
    private let places: SIMD16<Int32>

    /// A statement at that place.
    init(index: Int, path: ElementPath, members: [JSONValue.Member], reading: Statement?) {
        self.index = index
        self.path = path
        self.members = members
        self.reading = reading
        var places = SIMD16<Int32>()
        var hasUnknownElement = false
        for place in members.indices.reversed() {
            if let element = StatementElement(named: members[place].name) {
                places[element.index] = Int32(truncatingIfNeeded: place + 1)
            } else {
                hasUnknownElement = true
            }
        }
        self.places = places
        self.hasUnknownElement = hasUnknownElement
    }

    /// What its texts are like.
    package private(set) lazy var facts = StatementFacts(members)

    /// Its members with their places.
    package var elements: [LintedElement] { members.map { LintedElement($0, in: path) } }

    /// Whether the element is written.
    package func has(_ element: StatementElement) -> Bool { places[element.index] > 0 }

    /// An element as it is written; the first of several.
    package func element(_ element: StatementElement) -> LintedElement? {
        has(element) ? LintedElement(members[Int(places[element.index]) - 1], in: path) : nil
    }

    /// A member by its name, whatever its case; the first of several.
    package func element(_ name: String) -> LintedElement? {
        if let known = StatementElement(named: name) { return element(known) }
        return members.first { isSameName($0.name, name) }.map { LintedElement($0, in: path) }
    }

    /// Whether it allows, and without a condition.
    package var isPlainAllow: Bool {
        guard let reading else { return false }
        return reading.effect == .allow && reading.conditions.isEmpty
    }

    /// Whether it lists its actions, excludes none, and has conditions: whether each of them has a key can be looked up.
    package var listsConditionedActions: Bool {
        guard let reading else { return false }
        return !reading.conditions.isEmpty && reading.actions.excluded.isEmpty
            && reading.actions.included != nil
    }
}

/// The statements of a document as they are written, each with its reading.
func linted(_ json: JSONValue, _ reading: PolicyReading) -> [LintedStatement] {
    let root = ElementPath()
    guard case .array(let items) = json else {
        guard let list = member("statement", of: json) else { return [] }
        let path = root.member(list.name)
        if case .array(let items) = list.value { return linted(items, at: path, reading) }
        let members = list.value.members ?? []
        return [
            LintedStatement(
                index: 0, path: path, members: members, reading: reading.statements.first { $0.index == 0 })
        ]
    }
    return linted(items, at: root, reading)
}

private func linted(
    _ items: [JSONValue], at path: ElementPath, _ reading: PolicyReading
) -> [LintedStatement] {
    var result: [LintedStatement] = []
    result.reserveCapacity(items.count)
    // The readings stand in the same order; those of statements that could not be read are left out.
    var next = 0
    for (index, item) in items.enumerated() {
        var found: Statement?
        if next < reading.statements.count, reading.statements[next].index == index {
            found = reading.statements[next]
            next += 1
        }
        result.append(
            LintedStatement(
                index: index, path: path.item(index), members: item.members ?? [], reading: found))
    }
    return result
}
