import WritModel

/// One edit of a document, as the corpus writes it.
struct RecordedEdit {
    let operation: String
    let index: Int
    let position: Int
    let value: JSONValue?

    init(_ operation: String, index: Int, position: Int = 0, value: JSONValue? = nil) {
        self.operation = operation
        self.index = index
        self.position = position
        self.value = value
    }

    init?(json: JSONValue?) {
        guard let json, let operation = json["op"]?.string else { return nil }
        self.init(
            operation, index: json["index"]?.integer ?? 0, position: json["pos"]?.integer ?? 0,
            value: json["value"])
    }

    /// The edited document.
    func applied(to document: JSONValue) -> JSONValue {
        var statements = document["Statement"].map { $0.array ?? [$0] } ?? []
        switch operation {
        case "removeStatement": statements.remove(at: index)
        case "addDeny": statements.append(value ?? .null)
        case "flipEffect":
            let isAllow = statements[index]["Effect"] == "Allow"
            statements[index] = statements[index].setting("Effect", to: isAllow ? "Deny" : "Allow")
        case "dropCondition": statements[index] = statements[index].setting("Condition", to: nil)
        case "setResource": statements[index] = statements[index].setting("Resource", to: value)
        case "addAction", "replaceAction":
            var actions = statements[index]["Action"].map { $0.array ?? [$0] } ?? []
            if operation == "addAction" { actions.append(value ?? .null) }
            if operation == "replaceAction" { actions[position] = value ?? .null }
            statements[index] = statements[index].setting("Action", to: .array(actions))
        default: preconditionFailure("the corpus has no edit \(operation)")
        }
        return document.setting("Statement", to: .array(statements))
    }
}

extension JSONValue {
    /// The object with that member set, or without it.
    func setting(_ name: String, to value: JSONValue?) -> JSONValue {
        var members = self.members ?? []
        if let index = members.firstIndex(where: { $0.name == name }) {
            if let value { members[index].value = value } else { members.remove(at: index) }
        } else if let value {
            members.append(Member(name, value))
        }
        return .object(members)
    }
}
