import WritModel

extension DesiredObject {
    /// The object as one manifest can say it: generators combine fields that exclude each other.
    var declarable: DesiredObject {
        var object = self
        let invitations: [Field] = [.invitationEmail, .invitationPhone, .invitationAccount]
        for field in invitations.filter({ fields[$0] != nil }).dropFirst() { object.fields[field] = nil }
        if address.kind == .agency, fields[.trust] == nil, fields[.trustPolicy] == nil {
            object.fields[.trust] = .list(DesiredList(.exactly, []))
        }
        return object
    }

    /// A manifest that declares the object; JSON is YAML.
    var manifestJSON: JSONValue {
        var metadata: [JSONValue.Member] = [.init("name", .string(address.name))]
        if !formerly.isEmpty { metadata.append(.init("formerly", .array(formerly.map(JSONValue.string)))) }
        if let protect { metadata.append(.init("protect", .string(protect))) }
        var spec: [JSONValue.Member] = []
        for (field, value) in fields {
            let path = field.rawValue.split(separator: ".").map(String.init)
            spec.add(value.manifestJSON, at: path[...])
        }
        if let members { spec.append(.init("members", members.json(\.manifestJSON))) }
        if let groups { spec.append(.init("groups", groups.json(\.manifestJSON))) }
        if let policies { spec.append(.init("policies", policies.json(\.manifestJSON))) }
        return [
            "apiVersion": "writ/v1", "kind": .string(address.kind.manifestName),
            "metadata": .object(metadata), "spec": .object(spec),
        ]
    }
}

extension [JSONValue.Member] {
    /// Adds a value where the path leads, with the objects between.
    fileprivate mutating func add(_ value: JSONValue, at path: ArraySlice<String>) {
        guard let key = path.first else { return }
        guard path.count > 1 else { return append(.init(key, value)) }
        let index = firstIndex { $0.name == key } ?? count
        if index == count { append(.init(key, .object([]))) }
        var inner = self[index].value.members ?? []
        inner.add(value, at: path.dropFirst())
        self[index].value = .object(inner)
    }
}

extension DesiredList {
    fileprivate func json(_ item: (Element) -> JSONValue) -> JSONValue {
        let items = JSONValue.array(items.map(item))
        return mode == .exactly ? items : .object([.init(mode.rawValue, items)])
    }
}

extension DesiredValue {
    fileprivate var manifestJSON: JSONValue {
        switch self {
        case .scalar(let value): value.json
        case .list(let list): list.json(\.json)
        }
    }
}

extension Reference {
    fileprivate var manifestJSON: JSONValue { isExternal ? ["external": .string(name)] : .string(name) }
}

extension DesiredAttachment {
    fileprivate var manifestJSON: JSONValue {
        let naming: JSONValue.Member =
            switch policy {
            case .custom(let name): .init(isExternal ? "external" : "name", .string(name))
            case .system(let name): .init("system", .string(name))
            }
        var members = [naming]
        switch scope {
        case .account?, .allProjects?: members.append(.init("scope", .string(scope?.word ?? "")))
        case .project?, .enterpriseProject?, .resourceGroup?:
            let name = JSONValue.Member(scope?.word ?? "", .string(scope?.name ?? ""))
            members.append(.init("scope", .object([name])))
        case nil: break
        }
        if let expires { members.append(.init("expires", .string(expires.description))) }
        return .object(members)
    }
}
