extension FieldMap where Value == DesiredValue {
    /// Reads the bytes of ``json``; `nil` where they are no JSON, or a member does not fit the kind's schema.
    ///
    /// The same as ``init(json:kind:)`` of the parsed bytes. An inventory has one such text for every object, so that
    /// texts and flags, which are nearly all of it, become values at once.
    package init?(parsing bytes: [UInt8], kind: Kind) {
        self.init()
        var parser = JSONParser(bytes: bytes)
        do throws(JSONError) {
            guard try read(&parser, KindSchema.of(kind).fields) else { return nil }
        } catch {
            return nil
        }
    }

    /// Takes in the members of an object; `false` where they are something else.
    private mutating func read(_ parser: inout JSONParser, _ fields: [FieldSchema]) throws(JSONError) -> Bool
    {
        parser.skipSpace()
        guard parser.take(UInt8(ascii: "{")) else { return false }
        reserveCapacity(8)
        // Members stand in the schema's order: the next one is looked for behind the last.
        var position = 0
        parser.skipSpace()
        var isFirst = true
        while !parser.take(UInt8(ascii: "}")) {
            if !isFirst {
                guard parser.take(UInt8(ascii: ",")) else { return false }
                parser.skipSpace()
            }
            isFirst = false
            guard parser.current == UInt8(ascii: "\"") else { return false }
            let name = try parser.string()
            parser.skipSpace()
            guard parser.take(UInt8(ascii: ":")) else { return false }
            parser.skipSpace()
            guard
                let index = fields[position...].firstIndex(where: { $0.field.rawValue == name })
                    ?? fields[..<position].firstIndex(where: { $0.field.rawValue == name }),
                !has(fields[index].field), let value = try value(&parser, fields[index].type)
            else { return false }
            self[fields[index].field] = value
            position = index
            parser.skipSpace()
        }
        parser.skipSpace()
        return parser.current == nil
    }

    private func value(
        _ parser: inout JSONParser, _ type: FieldType
    ) throws(JSONError) -> DesiredValue? {
        switch type {
        case .text where parser.current == UInt8(ascii: "\""): .scalar(.text(try parser.string()))
        default: DesiredValue(json: try parser.value(depth: 1), type: type)
        }
    }
}

extension JSONParser {
    /// Goes past `byte`, if it comes next.
    fileprivate mutating func take(_ byte: UInt8) -> Bool {
        guard current == byte else { return false }
        index += 1
        return true
    }
}
