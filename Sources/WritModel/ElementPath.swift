/// Where a part of a document stands, from its root: how positions are found in the author's text without being carried along.
///
/// The last step into a list is held beside the others, so that the places of all its items share one list of steps.
package struct ElementPath: Hashable, Sendable, CustomStringConvertible {
    /// One level down.
    package enum Step: Hashable, Sendable {
        /// The member of that name, as written.
        case member(String)
        /// The item at that place, counted from 0.
        case item(Int)
    }

    /// The steps, less a last one that goes into a list.
    private let outer: [Step]
    /// The last step where it goes into a list, otherwise ``none``.
    ///
    /// INVARIANT: where it is ``none``, `outer` does not end in an item: each path is held in one way, so that equality is that of the fields.
    private let last: Int

    /// No item is there.
    private static let none = -1

    private init(outer: [Step], last: Int) {
        self.outer = outer
        self.last = last
    }

    /// The root, or what the steps lead to.
    package init(_ steps: [Step] = []) {
        if case .item(let index)? = steps.last {
            self.init(outer: Array(steps.dropLast()), last: index)
        } else {
            self.init(outer: steps, last: ElementPath.none)
        }
    }

    /// From the root.
    package var steps: [Step] { last == ElementPath.none ? outer : outer + [.item(last)] }

    /// Whether it goes through a member of that name, as written.
    package func passes(_ name: String) -> Bool { outer.contains(.member(name)) }

    /// The path of a member of what is here.
    package func member(_ name: String) -> ElementPath {
        var steps: [Step] = []
        steps.reserveCapacity(outer.count + 2)
        steps += outer
        if last != ElementPath.none { steps.append(.item(last)) }
        steps.append(.member(name))
        return ElementPath(outer: steps, last: ElementPath.none)
    }

    /// The path of an item of what is here, counted from 0.
    package func item(_ index: Int) -> ElementPath { ElementPath(outer: steps, last: index) }

    /// `Statement[1].Action[0]`.
    package var description: String {
        var result = ""
        for step in steps {
            switch step {
            case .member(let name):
                if !result.isEmpty { result += "." }
                result += name
            case .item(let index):
                result += "["
                result += String(index)
                result += "]"
            }
        }
        return result
    }
}
