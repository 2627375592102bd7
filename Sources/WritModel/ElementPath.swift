/// Where a part of a document stands, from its root: how positions are found in the author's text without being carried along.
package struct ElementPath: Hashable, Sendable, CustomStringConvertible {
    /// One level down.
    package enum Step: Hashable, Sendable {
        /// The member of that name, as written.
        case member(String)
        /// The item at that place, counted from 0.
        case item(Int)
    }

    /// From the root.
    package var steps: [Step]

    /// The root, or what the steps lead to.
    package init(_ steps: [Step] = []) {
        self.steps = steps
    }

    /// The path of a member of what is here.
    package func member(_ name: String) -> ElementPath { ElementPath(steps + [.member(name)]) }

    /// The path of an item of what is here.
    package func item(_ index: Int) -> ElementPath { ElementPath(steps + [.item(index)]) }

    /// `Statement[1].Action[0]`.
    package var description: String {
        var result = ""
        for step in steps {
            switch step {
            case .member(let name): result += result.isEmpty ? name : ".\(name)"
            case .item(let index): result += "[\(index)]"
            }
        }
        return result
    }
}
