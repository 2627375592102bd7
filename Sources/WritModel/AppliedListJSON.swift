extension Dictionary where Key == EdgeList, Value == AppliedList {
    /// The lists as a JSON object, with a list's mode as its value; ``init(json:)`` reads it back.
    ///
    /// A `none` list is `{"none": [items]}`, items in order; without any it is its mode, as older ledgers have it.
    package var json: JSONValue {
        .object(sorted { $0.key < $1.key }.map { .init($0.key.rawValue, $0.value.json) })
    }

    /// Reads ``json`` back; `nil` where it is not of that shape.
    package init?(json: JSONValue) {
        guard let members = json.members else { return nil }
        self.init()
        for member in members {
            guard let list = EdgeList(rawValue: member.name),
                let value = AppliedList(json: member.value, of: list)
            else { return nil }
            self[list] = value
        }
    }
}

extension AppliedList {
    fileprivate var json: JSONValue {
        guard case .none(let items) = self, !items.isEmpty else { return .string(mode.rawValue) }
        let parts = items.map(\.json).sorted { $0.compactText < $1.compactText }
        return .object([.init(ListMode.none.rawValue, .array(parts))])
    }

    fileprivate init?(json: JSONValue, of list: EdgeList) {
        if let mode = json.string.flatMap(ListMode.init(rawValue:)) {
            switch mode {
            case .exactly: self = .exactly
            case .atLeast: self = .atLeast
            case .none: self = .none([])
            }
            return
        }
        guard let parts = json[ListMode.none.rawValue]?.array, json.members?.count == 1,
            let items = parts.parsed({ ForbiddenItem(json: $0, of: list) })
        else { return nil }
        self = .none(Set(items))
    }
}

extension ForbiddenItem {
    fileprivate var json: JSONValue {
        switch self {
        case .member(let name): return .string(name)
        case .policy(let policy, let scope):
            var members: [JSONValue.Member] =
                switch policy {
                case .custom(let name): [.init("policy", .string(name))]
                case .system(let name): [.init("systemPolicy", .string(name))]
                }
            if let scope {
                members.append(.init("scope", .string(scope.word)))
                if !scope.name.isEmpty { members.append(.init("scopeName", .string(scope.name))) }
            }
            return .object(members)
        }
    }

    fileprivate init?(json: JSONValue, of list: EdgeList) {
        guard list == .policies else {
            guard let name = json.string else { return nil }
            self = .member(name)
            return
        }
        var scope: Scope?
        if let word = json["scope"]?.string {
            scope = Scope(word: word, name: json["scopeName"]?.string ?? "")
            guard scope != nil else { return nil }
        }
        switch (json["policy"]?.string, json["systemPolicy"]?.string) {
        case (let name?, nil): self = .policy(.custom(name), scope)
        case (nil, let name?): self = .policy(.system(name), scope)
        default: return nil
        }
    }
}
