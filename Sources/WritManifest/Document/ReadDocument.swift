internal import WritDiagnostics
internal import WritModel

extension NodeReader {
    /// A native policy document: a mapping, or a block of JSON text.
    mutating func document(_ slot: Slot) -> PolicyDocument? {
        let node = tree[slot.node]
        guard !node.isBroken || node.kind == .mapping else { return nil }
        switch (node.kind, node.style) {
        case (.mapping, _): return mappedDocument(slot)
        case (.scalar, .plain), (.sequence, _), (.alias, _):
            if isNull(slot) {
                null(slot, help: "write the document, or delete the key")
            } else {
                report(
                    "yaml.not-a-mapping", "`\(path(slot))` takes a policy document, not \(description(slot))",
                    at: keySpan(slot), help: "write it as a mapping, or as JSON after `|`")
            }
            return nil
        case (.scalar, _): return jsonDocument(slot)
        }
    }

    private mutating func jsonDocument(_ slot: Slot) -> PolicyDocument? {
        let (document, found) = jsonText(slot).read()
        for diagnostic in found { add(diagnostic) }
        return document
    }

    /// A block of JSON text with the places of its bytes.
    func jsonText(_ slot: Slot) -> JSONText {
        let node = tree[slot.node]
        let lines = SourceText(path: file, bytes: bytes)
        let bytes = Array(tree.bytes(of: slot.node))
        let first = Int(node.start.line) + 1
        let place = span(slot)
        return JSONText(
            bytes: bytes, file: file,
            position: { offset in
                guard node.style == .literal else { return nil }
                return WritManifest.position(of: offset, in: bytes, line: first) { number in
                    let cut = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
                    let width = lines.line(first + number)?.utf8.count ?? 0
                    return max(0, width - (number < cut.count ? cut[number].count : 0))
                }
            },
            whole: node.style == .quoted ? place : keySpan(slot),
            isHiddenKnown: !hidden.isEmpty)
    }

    private mutating func mappedDocument(_ slot: Slot) -> PolicyDocument? {
        var isWhole = true
        let json = json(slot, isInCondition: false, &isWhole)
        let problems = structureProblems(of: json)
        for problem in problems where !isOverfull {
            report(problem.code, problem.message, at: place(of: problem.path, in: slot), help: problem.help)
        }
        return problems.isEmpty && isWhole ? PolicyDocument(json) : nil
    }

    /// The value as JSON: every scalar becomes a text, and what could not be read becomes `null`, which
    /// stands for nothing else in a document and of which nothing is required.
    private mutating func json(_ slot: Slot, isInCondition: Bool, _ isWhole: inout Bool) -> JSONValue {
        let node = tree[slot.node]
        if node.isBroken { isWhole = false }
        switch node.kind {
        case .scalar, .alias:
            if let text = scalar(slot, isInCondition: isInCondition) { return .string(text) }
            isWhole = false
            return .null
        case .sequence:
            var items: [JSONValue] = []
            for child in tree.children(of: slot.node) {
                items.append(json(Slot(item: child), isInCondition: isInCondition, &isWhole))
            }
            return .array(items)
        case .mapping:
            var members: [JSONValue.Member] = []
            for entry in entries(of: slot) {
                let isInCondition = isInCondition || entry.name.lowercased() == "condition"
                members.append(.init(entry.name, json(entry, isInCondition: isInCondition, &isWhole)))
            }
            return node.isBroken ? .null : .object(members)
        }
    }

    private mutating func scalar(_ slot: Slot, isInCondition: Bool) -> String? {
        if isInCondition, tree[slot.node].style == .plain {
            let text = tree.string(of: slot.node)
            if text == "true" || text == "false" || Int(text).map(String.init) == text { return text }
        }
        if isNull(slot), !tree.isAbsent(slot.node) || !slot.isItem {
            null(slot, help: "write the value, or delete the key")
            return nil
        }
        return text(slot)
    }

    /// Where the value at the end of `path` stands, or the key it goes by where it spans several lines.
    func place(of path: [ElementPath.Step], in slot: Slot) -> SourceSpan {
        let current = self.slot(at: path, in: slot)
        let place = span(current)
        guard place.end.line > place.start.line else { return place }
        return current.key.map { span($0) } ?? firstLine(of: current.node)
    }

    /// Where the key at the end of `path` stands; of an item, its first character.
    func keyPlace(of path: [ElementPath.Step], in slot: Slot) -> SourceSpan {
        let current = self.slot(at: path, in: slot)
        return current.key.map { span($0) } ?? firstLine(of: current.node)
    }

    /// The slot at the end of `path`, or the last one on the way that there is.
    private func slot(at path: [ElementPath.Step], in slot: Slot) -> Slot {
        var current = slot
        for step in path {
            let next: Slot?
            switch step {
            case .member(let name): next = entries(of: current).first { $0.name == name }
            case .item(let index):
                next = Array(tree.children(of: current.node)).dropFirst(index).first
                    .map { Slot(item: $0) }
            }
            guard let next else { break }
            current = next
        }
        return current
    }
}
