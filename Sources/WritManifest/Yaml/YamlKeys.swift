internal import WritDiagnostics

extension YamlTree {
    /// Reports duplicate, merge and non-scalar keys of a mapping and takes them out of it.
    ///
    /// Of two equal keys the first stays. A mapping that loses a key counts as broken, so that
    /// nothing is reported as missing from it. Cost is linear but for mappings of up to 8 keys.
    mutating func checkKeys(of mapping: Int, file: String) -> [Diagnostic] {
        var found: [Diagnostic] = []
        var seen = SeenKeys()
        var previousValue = -1
        var key = Int(nodes[mapping].firstChild)
        while key >= 0 {
            let value = Int(nodes[key].nextSibling)
            guard value >= 0 else { break }
            let next = Int(nodes[value].nextSibling)
            if let diagnostic = problem(withKey: key, in: mapping, &seen, file: file) {
                found.append(diagnostic)
                nodes[mapping].isBroken = true
                if previousValue < 0 {
                    nodes[mapping].firstChild = Int32(next)
                } else {
                    nodes[previousValue].nextSibling = Int32(next)
                }
            } else {
                previousValue = value
            }
            key = next
        }
        return found
    }

    /// The keys of a mapping so far: by their text from the ninth on, before that found in the tree.
    private struct SeenKeys {
        var count = 0
        var byText: [ArraySlice<UInt8>: Int] = [:]
    }

    private func problem(
        withKey key: Int, in mapping: Int, _ seen: inout SeenKeys, file: String
    ) -> Diagnostic? {
        guard nodes[key].kind == .scalar else {
            let node = nodes[key]
            if node.kind == .mapping, node.style == .flow { return template(node, file: file) }
            return Diagnostic(
                "yaml.key-not-scalar", "a key has to be a text", at: node.span(in: file),
                help: "write one word, or quote it")
        }
        if nodes[key].style == .plain, nodes[key].textLength == 2, isText(of: key, equal: "<<") {
            return Diagnostic(
                "yaml.merge-forbidden", "merge keys are not used in manifests", at: nodes[key].span(in: file),
                help: "write the fields out, or repeat a whole value with an alias")
        }
        guard let earlier = earlierKey(equalTo: key, in: mapping, &seen) else { return nil }
        return Diagnostic(
            "yaml.duplicate-key", "the key `\(string(of: key))` stands twice in one mapping",
            at: nodes[key].span(in: file),
            notes: [DiagnosticNote("it stands first here", at: nodes[earlier].span(in: file))],
            help: "keep one of the two")
    }

    /// `{{ … }}` without quotes reads as a mapping whose key is a mapping.
    private func template(_ node: YamlNode, file: String) -> Diagnostic {
        var place = node.span(in: file)
        if place.start.line == place.end.line {
            place.start.column -= 1
            place.end.column += 1
        }
        return Diagnostic(
            "text.template-leftover", "a template was not filled in", at: place,
            help: "write the value itself")
    }

    private func earlierKey(equalTo key: Int, in mapping: Int, _ seen: inout SeenKeys) -> Int? {
        if seen.byText.isEmpty {
            var earlier = Int(nodes[mapping].firstChild)
            while earlier != key {
                if isText(of: earlier, equalToTextOf: key) { return earlier }
                if seen.count == 8 { seen.byText[bytes(of: earlier)] = earlier }
                earlier = Int(nodes[Int(nodes[earlier].nextSibling)].nextSibling)
            }
        } else if let earlier = seen.byText[bytes(of: key)] {
            return earlier
        }
        seen.count += 1
        if !seen.byText.isEmpty { seen.byText[bytes(of: key)] = key }
        return nil
    }

    /// Compares bytes: `String` equality would take two spellings of one character for the same key.
    private func isText(of a: Int, equalToTextOf b: Int) -> Bool {
        let count = Int(nodes[a].textLength)
        guard count == Int(nodes[b].textLength) else { return false }
        let x = Int(nodes[a].textStart), y = Int(nodes[b].textStart)
        return text.withUnsafeBufferPointer { text in
            var index = 0
            while index < count, text[x + index] == text[y + index] { index += 1 }
            return index == count
        }
    }

    /// Whether the scalar's text is the ASCII text `word`.
    func isText(of index: Int, equal word: StaticString) -> Bool {
        let node = self[index]
        guard Int(node.textLength) == word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { bytes in
            bytes.indices.allSatisfy { text[Int(node.textStart) + $0] == bytes[$0] }
        }
    }
}
