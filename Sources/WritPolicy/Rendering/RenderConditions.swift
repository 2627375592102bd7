import WritModel

extension PolicyRenderer {
    /// The conditions of a statement, operator by operator, each under the name that it has in the form.
    mutating func conditions(_ json: JSONValue, _ statement: Statement, at path: ElementPath) -> JSONValue {
        var result: [JSONValue.Member] = []
        var rest = statement.conditions[...]
        for written in json.members ?? [] {
            let place = path.member(written.name)
            for key in written.value.members ?? [] {
                guard let condition = rest.popFirst() else { continue }
                let keyPlace = place.member(key.name)
                guard let keyName = keyText(key.name, at: keyPlace),
                    let spelled = spelled(
                        condition, key.value, in: statement,
                        taken: { name in
                            result.contains { $0.name == name && $0.value[keyName] != nil }
                        }, at: keyPlace)
                else { continue }
                let member = JSONValue.Member(keyName, spelled.values)
                if let index = result.firstIndex(where: { $0.name == spelled.name }) {
                    result[index].value = .object((result[index].value.members ?? []) + [member])
                } else {
                    result.append(.init(spelled.name, .object([member])))
                }
            }
        }
        return .object(result)
    }

    private mutating func keyText(_ key: String, at path: ElementPath) -> String? {
        if isSameVendor {
            guard let refusal = form.refusal(ofOwnKey: key) else { return key }
            refuse(
                "render.key", refusal, at: path,
                help: key.lowercased() == "g:servicename"
                    ? "it is the first segment of the action: name services in `Action` instead" : nil)
            return nil
        }
        if let name = source.name(of: key, in: form.dialect), form.refusal(ofOwnKey: name) == nil {
            return name
        }
        refuse(
            "render.key", "`\(key)` has no counterpart in \(form.rawValue)", at: path,
            help: "ask for a key that both have, or write this condition by hand")
        return nil
    }

    /// The operator's name and the values under it.
    ///
    /// - Parameter taken: Whether the key stands under that name already.
    private mutating func spelled(
        _ condition: Condition, _ value: JSONValue, in statement: Statement, taken: (String) -> Bool,
        at path: ElementPath
    ) -> (name: String, values: JSONValue)? {
        let name = condition.operatorName
        guard var wanted = wantedOperator(condition, in: statement) else {
            refuse(
                "render.absent-key",
                "\(source.rawValue) does not say what `\(name)` does where the key is absent, \(form.rawValue) does",
                at: path, help: "write `\(name)IfExists`, or ask for the key with `Null`")
            return nil
        }
        if wanted.isOpen || name.lowercased().hasSuffix("binaryequals") {
            refuse(
                "render.operator",
                wanted.isOpen
                    ? "\(source.rawValue) does not say what `\(name)` does"
                    : "\(form.rawValue) has no `\(name)`",
                at: path, help: "write this condition by hand")
            return nil
        }
        let texts = scalarTexts(value)
        var isNamed = false
        for base in form.operators(like: wanted, named: name) {
            guard let known = form.dialect.conditionOperator(named: base) else { continue }
            let full =
                (wanted.qualifier.map { $0.rawValue + ":" } ?? "") + base
                + (wanted.ifExists ? "IfExists" : "")
            wanted.test = known.test
            guard form.dialect.conditionOperator(named: full) == wanted, !taken(full) else { continue }
            isNamed = true
            let values = zip(condition.values, texts).map { valueText($0, $1, known.test) }
            let spelled = values.compactMap(\.self)
            if spelled.count == values.count { return (full, list(spelled, like: value)) }
        }
        refuse(
            isNamed ? "render.value" : "render.operator",
            isNamed
                ? "a value under `\(name)` means something else in \(form.rawValue)"
                : "`\(name)` has no counterpart in \(form.rawValue)",
            at: path,
            help: isNamed
                ? "`*`, `?` and `${…}` are read in another way there: write this condition by hand"
                : "write this condition by hand")
        return nil
    }

    /// What the operator does, said so that it does not depend on the vendor; `nil` where it does.
    private func wantedOperator(_ condition: Condition, in statement: Statement) -> ConditionOperator? {
        var wanted = condition.operator
        guard wanted.isNegated, !wanted.ifExists, wanted.qualifier == nil, source != form.dialect else {
            return wanted
        }
        if source == .aws {
            wanted.ifExists = true
            return wanted
        }
        let isPresent = statement.conditions.contains {
            $0.key == condition.key && $0.operator.test == .absence && $0.values == [.boolean(false)]
        }
        return form != .aws || isPresent ? wanted : nil
    }

    /// A listed value under an operator of that test; `nil` where it would be another one there.
    private func valueText(_ value: ConditionValue, _ text: String, _ test: ConditionTest) -> String? {
        var reader = PolicyReader(dialect: form.dialect, kind: reading.kind, options: ReadingOptions())
        reader.hasOldVersion = false
        switch value {
        case .date(let seconds):
            return [text, Instant(epochSeconds: seconds).description].first {
                reader.conditionValue($0, test) == value
            }
        case .pattern(let pattern):
            guard let wanted = pattern.renamed({ source.variable(of: $0, in: form.dialect) }) else {
                return nil
            }
            return [text, spelling(wanted, test)].compactMap(\.self).first {
                guard case .pattern(let read) = reader.conditionValue($0, test) else { return false }
                return read.isSame(as: wanted)
            }
        case .number, .boolean, .range, .unreadable:
            return reader.conditionValue(text, test) == value ? text : nil
        }
    }

    /// The text of a pattern; characters that would be wildcards as AWS escapes them, elsewhere as they are.
    private func spelling(_ pattern: TextPattern, _ test: ConditionTest) -> String? {
        let isGlob = if case .glob = test { true } else { false }
        var bytes: [UInt8] = []
        for part in pattern.parts {
            switch part {
            case .variable(let key, let otherwise):
                bytes += "${\(key)\(otherwise.map { ", '\($0)'" } ?? "")}".utf8
            case .bytes(let part):
                for byte in part {
                    let isEscaped = byte == UInt8(ascii: "$") || isGlob && (byte == 0x2A || byte == 0x3F)
                    switch byte {
                    case Glob.run: bytes.append(UInt8(ascii: "*"))
                    case Glob.one: bytes.append(UInt8(ascii: "?"))
                    case _ where isEscaped && form == .aws: bytes += [0x24, 0x7B, byte, 0x7D]
                    default: bytes.append(byte)
                    }
                }
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private func list(_ texts: [String], like value: JSONValue) -> JSONValue {
        if value.array == nil, form.takesScalars, let only = texts.first { return .string(only) }
        return .array(texts.map(JSONValue.string))
    }
}

/// The values of a key as a reader takes them: scalars as their text.
func scalarTexts(_ value: JSONValue) -> [String] {
    switch value {
    case .string(let text), .number(let text): [text]
    case .boolean(let flag): [flag ? "true" : "false"]
    case .array(let items): items.flatMap(scalarTexts)
    case .null, .object: []
    }
}

extension TextPattern {
    /// The pattern with other keys for its variables; `nil` where one has none.
    func renamed(_ name: (String) -> String?) -> TextPattern? {
        if constant != nil { return self }
        var parts: [Part] = []
        for part in self.parts {
            guard case .variable(let key, let otherwise) = part else {
                parts.append(part)
                continue
            }
            guard let name = name(key) else { return nil }
            parts.append(.variable(key: name, otherwise: otherwise))
        }
        return TextPattern(parts: parts)
    }

    /// Whether both match the same texts; names of keys in any case.
    fileprivate func isSame(as other: TextPattern) -> Bool {
        renamed { $0.lowercased() } == other.renamed { $0.lowercased() }
    }
}
