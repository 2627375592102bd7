extension Capabilities {
    /// The capabilities as JSON, in order; ``init(json:)`` reads it back.
    package var json: JSONValue {
        let exceptions = Kind.allCases.compactMap { kind -> JSONValue.Member? in
            guard let fields = self.exceptions[kind] else { return nil }
            return .init(
                kind.rawValue,
                .object(
                    fields.sorted { $0.key < $1.key }.map {
                        .init($0.key.rawValue, .string($0.value.rawValue))
                    }))
        }
        let scopes = Kind.allCases.compactMap { kind -> JSONValue.Member? in
            self.scopes[kind].map { .init(kind.rawValue, .array($0.sorted().map(JSONValue.string))) }
        }
        let members: JSONValue = [
            "exceptions": .object(exceptions), "scopes": .object(scopes),
            "renames": .array(renames.sorted().map { .string($0.rawValue) }),
            "parallelism": .integer(parallelism), "accessKeyLimit": .integer(accessKeyLimit),
        ]
        guard let vendor else { return members }
        return .object((members.members ?? []) + [.init("vendor", .string(vendor.rawValue))])
    }

    /// Reads ``json`` back; `nil` where it does not fit.
    package init?(json: JSONValue) {
        guard let exceptions = json["exceptions"]?.members, let scopes = json["scopes"]?.members,
            let renames = json["renames"]?.array?.parsed({ $0.string.flatMap(Kind.init(rawValue:)) }),
            let parallelism = json["parallelism"]?.integer,
            let accessKeyLimit = json["accessKeyLimit"]?.integer
        else { return nil }
        self.init(
            renames: Set(renames), parallelism: parallelism, accessKeyLimit: accessKeyLimit)
        if let vendor = json["vendor"] {
            guard let vendor = vendor.string.flatMap(Dialect.init) else { return nil }
            self.vendor = vendor
        }
        for member in exceptions {
            guard let kind = Kind(rawValue: member.name), let fields = member.value.members else {
                return nil
            }
            self.exceptions[kind] = [:]
            for field in fields {
                guard let name = Field(rawValue: field.name),
                    let capability = field.value.string.flatMap(FieldCapability.init)
                else { return nil }
                self.exceptions[kind]?[name] = capability
            }
        }
        for member in scopes {
            guard let kind = Kind(rawValue: member.name), let words = member.value.array?.parsed(\.string)
            else { return nil }
            self.scopes[kind] = Set(words)
        }
    }
}
