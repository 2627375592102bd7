internal import WritModel
internal import WritPolicy

/// The shape of a statement: which elements it has, and what they are.
struct SlowShape {
    private let dialect: Dialect
    private let kind: PolicyKind
    /// By their names in lower case.
    private let elements: [String: JSONValue]

    /// The shape of a statement of these elements.
    init(_ dialect: Dialect, _ kind: PolicyKind, _ elements: [String: JSONValue]) {
        self.dialect = dialect
        self.kind = kind
        self.elements = elements
    }

    private func element(_ name: String) -> JSONValue? { elements[slowLowercase(name)] }

    /// Whether it says without doubt what it means.
    var isReadable: Bool {
        guard element("Effect") == "Allow" || element("Effect") == "Deny" else { return false }
        let names = ["Action", "NotAction", "Resource", "NotResource", "Principal", "NotPrincipal"]
        for name in names.prefix(4) {
            if let value = element(name), !isTextOrTexts(value), !isPath(name, value) { return false }
        }
        if let condition = element("Condition"), !isCondition(condition) { return false }
        guard element("Action") != nil || element("NotAction") != nil else { return false }
        if dialect != .volcengine {
            guard element("Action") == nil || element("NotAction") == nil else { return false }
            guard element("Resource") == nil || element("NotResource") == nil else { return false }
        }
        let principals = names.suffix(2).compactMap(element)
        guard principals.count == (kind == .identity ? 0 : 1) else { return false }
        return principals.allSatisfy(isPrincipal)
    }

    /// Huawei's older model: a resource that is a path.
    private func isPath(_ name: String, _ value: JSONValue) -> Bool {
        guard dialect == .huawei, name.hasSuffix("Resource"), let members = value.members else {
            return false
        }
        return members.count == 1 && members[0].name == "uri" && isTextOrTexts(members[0].value)
    }

    private func isTextOrTexts(_ value: JSONValue) -> Bool {
        value.string != nil || value.array?.allSatisfy { $0.string != nil } == true
    }

    private func isCondition(_ value: JSONValue) -> Bool {
        guard let operators = value.members else { return false }
        return operators.allSatisfy { entry in
            entry.value.members?.allSatisfy { key in
                switch key.value {
                case .string, .number, .boolean: true
                case .array(let items): items.allSatisfy { isScalar($0) }
                case .object, .null: false
                }
            } == true
        }
    }

    private func isScalar(_ value: JSONValue) -> Bool {
        switch value {
        case .string, .number, .boolean: true
        case .array, .object, .null: false
        }
    }

    private func isPrincipal(_ value: JSONValue) -> Bool {
        if let text = value.string { return text == "*" || dialect == .jd }
        return value.members?.allSatisfy { isTextOrTexts($0.value) } == true
    }
}
