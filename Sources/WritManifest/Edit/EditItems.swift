extension YamlSource {
    /// Edits that put an item before the one at `position` of a list.
    func inserting(_ item: YamlOutline, at position: Int, of list: Int) -> [TextEdit] {
        let quoting = quotingOfItems(in: list)
        if node(list).style == .flow {
            let last = flowInside(of: list).elements.last?.range
            let isTall = last.map { !index.isOneLine($0.lowerBound, $0.upperBound) } ?? false
            let text = isJSON ? jsonText(item, isTall: isTall) : flowText(item, quoting: quoting)
            return insertingFlow(text, at: position, of: list)
        }
        let indent = indent(of: list)
        var lines = item.itemLines(indent: indent)
        if case .text(let text) = item, quoting != .plain {
            lines = String(repeating: " ", count: indent) + "- "
            lines += scalarText(text, quoting, inFlow: false) + "\n"
        }
        return insertingBlock(lines, at: position, of: list)
    }

    /// Edits that take out one of several items of a list.
    func removingItem(at position: Int, of list: Int) -> [TextEdit] {
        node(list).style == .flow
            ? removingFlow(at: position, of: list) : removingBlock(at: position, of: list)
    }

    /// Edits that put another item in the place of one, on one line.
    func replacingItem(_ item: Int, of list: Int, by value: YamlOutline) -> [TextEdit] {
        let inFlow = node(list).style == .flow
        let text = flowText(value, quoting: quoting(of: item), inFlow: inFlow)
        return [index.edit(contentStart(of: item)..<end(of: item), text)]
    }
}
