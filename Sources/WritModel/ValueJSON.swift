extension Value {
    /// The value as JSON; ``init(json:type:)`` reads it back.
    package var json: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .integer(let number): .integer(number)
        case .boolean(let flag): .boolean(flag)
        case .list(let items): .array(items.map(\.json))
        case .document(let document): document.json
        case .credential(let credential):
            .object(
                [.init("generation", .integer(credential.generation))]
                    + (credential.deliverTo.map { [.init("deliverTo", .string($0.description))] } ?? []))
        }
    }

    /// Reads ``json`` back, given the field's type; `nil` where it does not fit.
    package init?(json: JSONValue, type: FieldType) {
        switch (type, json) {
        case (.text, .string(let text)), (.duration, .string(let text)),
            (.metadata, .string(let text)), (.signingKeys, .string(let text)):
            self = .text(text)
        case (.word(let words), .string(let text)) where words.contains(text): self = .text(text)
        case (.integer, .number):
            guard let number = json.integer else { return nil }
            self = .integer(number)
        case (.boolean, .boolean(let flag)): self = .boolean(flag)
        case (.document, .object): self = .document(PolicyDocument(json))
        case (.credential, .object):
            guard let generation = json["generation"]?.integer else { return nil }
            var credential = DeclaredCredential(generation: generation)
            if let text = json["deliverTo"]?.string {
                guard let recipient = try? Recipient(parsing: text) else { return nil }
                credential.deliverTo = recipient
            }
            self = .credential(credential)
        case (_, .array(let values)) where type.isCollection:
            guard let items = values.parsed({ Item(json: $0, type: type) }) else { return nil }
            self = .list(of: items)
        default: return nil
        }
    }
}

extension Item {
    /// The item as JSON; ``init(json:type:)`` reads it back.
    package var json: JSONValue {
        switch self {
        case .word(let word): return .string(word)
        case .trust(let principal): return .object([.init(principal.sort.rawValue, .string(principal.name))])
        case .accessKey(let key):
            var members: [JSONValue.Member] = [
                .init("name", .string(key.name)), .init("status", .string(key.status.rawValue)),
                .init("generation", .integer(key.generation)),
            ]
            if let confirmed = key.confirmed { members.append(.init("confirmed", .integer(confirmed))) }
            if let recipient = key.deliverTo {
                members.append(.init("deliverTo", .string(recipient.description)))
            }
            return .object(members)
        case .addresses(let addresses):
            var members: [JSONValue.Member] = [.init("range", .string(addresses.range.description))]
            if let note = addresses.note { members.append(.init("description", .string(note))) }
            return .object(members)
        case .mapping(let mapping): return mapping.json
        }
    }

    /// Reads ``json`` back, given the collection's type; `nil` where it does not fit.
    package init?(json: JSONValue, type: FieldType) {
        switch type {
        case .words(let words):
            guard let word = json.string, words.contains(word) else { return nil }
            self = .word(word)
        case .trust:
            guard let member = json.members?.first, json.members?.count == 1,
                let sort = TrustPrincipal.Sort(rawValue: member.name), let name = member.value.string
            else { return nil }
            self = .trust(TrustPrincipal(sort, name))
        case .accessKeys:
            guard let name = json["name"]?.string,
                let status = json["status"]?.string.flatMap(DeclaredAccessKey.Status.init),
                let generation = json["generation"]?.integer
            else { return nil }
            var key = DeclaredAccessKey(name: name, status: status, generation: generation)
            key.confirmed = json["confirmed"]?.integer
            if let text = json["deliverTo"]?.string {
                guard let recipient = try? Recipient(parsing: text) else { return nil }
                key.deliverTo = recipient
            }
            self = .accessKey(key)
        case .addresses:
            guard let range = json["range"]?.string.flatMap(AddressRange.init(bounds:)) else { return nil }
            self = .addresses(AdmittedAddresses(range, note: json["description"]?.string))
        case .texts:
            guard let word = json.string else { return nil }
            self = .word(word)
        case .mappings:
            guard let mapping = FederationMapping(json: json) else { return nil }
            self = .mapping(mapping)
        case .text, .integer, .boolean, .document, .duration, .credential, .word, .metadata, .signingKeys:
            return nil
        }
    }
}

extension DesiredValue {
    /// A scalar as its value, a list as `{"mode": [items]}`; ``init(json:type:)`` reads it back.
    package var json: JSONValue {
        switch self {
        case .scalar(let value): value.json
        case .list(let list): .object([.init(list.mode.rawValue, .array(list.items.map(\.json)))])
        }
    }

    /// Reads ``json`` back, given the field's type; `nil` where it does not fit.
    package init?(json: JSONValue, type: FieldType) {
        guard type.isCollection else {
            guard let value = Value(json: json, type: type) else { return nil }
            self = .scalar(value)
            return
        }
        guard let member = json.members?.first, json.members?.count == 1,
            let mode = ListMode(rawValue: member.name),
            let items = member.value.array?.parsed({ Item(json: $0, type: type) })
        else { return nil }
        self = .list(DesiredList(mode, items))
    }
}

extension FieldMap where Value == DesiredValue {
    /// The map as a JSON object; ``init(json:kind:)`` reads it back.
    package var json: JSONValue { .object(map { .init($0.field.rawValue, $0.value.json) }) }

    /// Reads ``json`` back; `nil` where a member does not fit the kind's schema.
    package init?(json: JSONValue, kind: Kind) {
        guard let members = json.members else { return nil }
        self.init()
        let fields = KindSchema.of(kind).fields
        reserveCapacity(members.count)
        for member in members {
            guard let schema = fields.first(where: { $0.field.rawValue == member.name }),
                let value = DesiredValue(json: member.value, type: schema.type)
            else { return nil }
            self[schema.field] = value
        }
    }
}

extension FieldMap where Value == WritModel.Value {
    /// The map as a JSON object; ``init(json:kind:)`` reads it back.
    package var json: JSONValue { .object(map { .init($0.field.rawValue, $0.value.json) }) }

    /// Reads ``json`` back; `nil` where a member does not fit the kind's schema.
    package init?(json: JSONValue, kind: Kind) {
        guard let members = json.members else { return nil }
        self.init()
        let fields = KindSchema.of(kind).fields
        reserveCapacity(members.count)
        for member in members {
            guard let schema = fields.first(where: { $0.field.rawValue == member.name }),
                let value = WritModel.Value(json: member.value, type: schema.type)
            else { return nil }
            self[schema.field] = value
        }
    }
}

extension Array {
    /// Every element transformed, or `nil` if one cannot be.
    package func parsed<Result>(_ transform: (Element) -> Result?) -> [Result]? {
        var result: [Result] = []
        result.reserveCapacity(count)
        for element in self {
            guard let value = transform(element) else { return nil }
            result.append(value)
        }
        return result
    }
}
