extension FederationMapping {
    /// The mapping as JSON; ``init(json:)`` reads it back.
    package var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("name", .string(name)), .init("when", .array(conditions.map(\.json))),
        ]
        if let user { members.append(.init("user", .string(user))) }
        let groups = groups.map { group -> JSONValue in
            group.isExternal ? .object([.init("external", .string(group.name))]) : .string(group.name)
        }
        members.append(.init("groups", .array(groups)))
        return .object(members)
    }

    /// Reads ``json`` back; `nil` where it does not fit.
    package init?(json: JSONValue) {
        guard let name = json["name"]?.string,
            let conditions = json["when"]?.array?.parsed(FederationCondition.init(json:)),
            let groups = json["groups"]?.array?.parsed({ json -> Reference? in
                if let name = json.string { return Reference(name) }
                return json["external"]?.string.map { Reference($0, isExternal: true) }
            })
        else { return nil }
        if json["user"] != nil, json["user"]?.string == nil { return nil }
        self.init(name, when: conditions, user: json["user"]?.string, groups: groups)
    }
}

extension FederationCondition {
    /// The condition as JSON; ``init(json:)`` reads it back.
    package var json: JSONValue {
        var members: [JSONValue.Member] = [.init("attribute", .string(attribute))]
        switch test {
        case .present: break
        case .anyOf(let values): members.append(.init("anyOf", .array(values.map(JSONValue.string))))
        case .noneOf(let values): members.append(.init("noneOf", .array(values.map(JSONValue.string))))
        }
        if isRegex { members.append(.init("regex", .boolean(true))) }
        return .object(members)
    }

    /// Reads ``json`` back; `nil` where it does not fit.
    package init?(json: JSONValue) {
        guard let attribute = json["attribute"]?.string else { return nil }
        var test = Test.present
        if let any = json["anyOf"] {
            guard json["noneOf"] == nil, let values = any.array?.parsed(\.string) else { return nil }
            test = .anyOf(values)
        } else if let none = json["noneOf"] {
            guard let values = none.array?.parsed(\.string) else { return nil }
            test = .noneOf(values)
        }
        self.init(attribute, test, isRegex: json["regex"] == .boolean(true))
    }
}
