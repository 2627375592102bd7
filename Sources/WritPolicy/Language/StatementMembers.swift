import WritModel

/// The members of a statement by the elements that they are.
struct StatementMembers {
    /// What a member turned out to be.
    enum Taken {
        /// The first of its element.
        case first
        /// The element stands before it already.
        case twice
        /// No element.
        case unknown
    }

    private let members: [JSONValue.Member]
    private let path: ElementPath
    /// By element, which member it is, counted from 1; 0 for none.
    private var places = SIMD16<Int32>()

    /// The members of a statement at that place, none of them looked at.
    init(_ members: [JSONValue.Member], at path: ElementPath) {
        self.members = members
        self.path = path
    }

    /// Looks at a member. Of two of one element the later one counts.
    mutating func take(_ index: Int) -> Taken {
        guard let element = StatementElement(named: members[index].name) else { return .unknown }
        let isFirst = places[element.index] == 0
        places[element.index] = Int32(truncatingIfNeeded: index + 1)
        return isFirst ? .first : .twice
    }

    /// Whether the element stands there.
    func has(_ element: StatementElement) -> Bool { places[element.index] > 0 }

    /// The element's value.
    subscript(_ element: StatementElement) -> JSONValue? {
        has(element) ? members[Int(places[element.index]) - 1].value : nil
    }

    /// Where the element stands; the statement itself where it has none.
    func path(of element: StatementElement) -> ElementPath {
        has(element) ? path.member(members[Int(places[element.index]) - 1].name) : path
    }
}
