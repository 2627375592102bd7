package import WritModel

/// Understands a document as its vendor does.
///
/// Nothing is refused: what cannot be read is a problem, and the rest counts. A list of statements is read as a document of them.
package func readPolicy(
    _ json: JSONValue, dialect: Dialect, kind: PolicyKind = .identity,
    options: ReadingOptions = ReadingOptions()
) -> PolicyReading {
    var reader = PolicyReader(dialect: dialect, kind: kind, options: options)
    reader.read(json)
    return PolicyReading(
        dialect: dialect, kind: kind, options: options, statements: reader.statements,
        unreadableCount: reader.unreadableCount, problems: reader.problems, dependencies: reader.dependencies)
}

/// Collects statements and problems of one document.
struct PolicyReader {
    let dialect: Dialect
    let kind: PolicyKind
    let options: ReadingOptions
    /// Whether `${…}` is text because of the document's version.
    var hasOldVersion = false
    var statements: [Statement] = []
    var unreadableCount = 0
    var problems: [PolicyProblem] = []
    var dependencies: [RoleDependency] = []

    init(dialect: Dialect, kind: PolicyKind, options: ReadingOptions) {
        self.dialect = dialect
        self.kind = kind
        self.options = options
    }

    mutating func read(_ json: JSONValue) {
        let root = ElementPath()
        if case .array(let items) = json {
            for (index, item) in items.enumerated() {
                readStatement(item, index: index, at: root.item(index))
            }
            return
        }
        guard case .object(let members) = json else {
            problems.append(
                PolicyProblem("a policy document is an object with a `Statement`", root, isBreaking: true))
            unreadableCount += 1
            return
        }
        var statement: (JSONValue, ElementPath)?
        for member in members {
            let path = root.member(member.name)
            if isSameName(member.name, "Statement") {
                statement = (member.value, path)
            } else if isSameName(member.name, "Version") {
                readVersion(member.value, at: path)
            } else if dialect == .huawei, isSameName(member.name, "Depends") {
                readDependencies(member.value, at: path)
            } else if dialect != .aws || !isSameName(member.name, "Id") {
                problems.append(
                    PolicyProblem("a \(dialect.rawValue) policy has no element `\(member.name)`", path))
            }
        }
        if dialect == .aws, json["Version"] == nil { hasOldVersion = true }
        guard let (value, path) = statement else {
            problems.append(PolicyProblem("the policy has no `Statement`", root))
            return
        }
        if case .array(let items) = value {
            for (index, item) in items.enumerated() {
                readStatement(item, index: index, at: path.item(index))
            }
        } else {
            readStatement(value, index: 0, at: path)
        }
    }

    private mutating func readVersion(_ value: JSONValue, at path: ElementPath) {
        let text: String? =
            switch value {
            case .string(let text): text
            case .number(let text) where dialect == .jd: text
            default: nil
            }
        let known: [String] =
            switch dialect {
            case .aws: ["2012-10-17", "2008-10-17"]
            case .huawei: ["1.0", "1.1", "5.0"]
            case .jd: ["3"]
            case .volcengine: []
            }
        if let text, known.contains(text) {
            hasOldVersion = text == "2008-10-17"
        } else if known.isEmpty {
            problems.append(PolicyProblem("a \(dialect.rawValue) policy has no `Version`", path))
        } else {
            let list = known.map { "`\($0)`" }.joined(separator: " or ")
            problems.append(
                PolicyProblem("the version of a \(dialect.rawValue) policy is the text \(list)", path))
        }
    }

    private mutating func readDependencies(_ value: JSONValue, at path: ElementPath) {
        for (index, item) in (value.array ?? [value]).enumerated() {
            guard let dependency = RoleDependency(json: item) else {
                problems.append(
                    PolicyProblem("a dependency names a role by `display_name`", path.item(index)))
                continue
            }
            dependencies.append(dependency)
        }
    }

    /// What is made of the texts of a scalar or a list, each with its place.
    mutating func texts<Made>(
        _ value: JSONValue, at path: ElementPath, what: String, _ make: (String, ElementPath) -> Made
    ) -> [Made] {
        switch value {
        case .string(let text): return [make(text, path)]
        case .array(let items):
            var result: [Made] = []
            result.reserveCapacity(items.count)
            for index in items.indices {
                if case .string(let text) = items[index] {
                    result.append(make(text, path.item(index)))
                } else {
                    problems.append(PolicyProblem("\(what) is a text", path.item(index), isBreaking: true))
                }
            }
            return result
        case .null, .boolean, .number, .object:
            problems.append(PolicyProblem("\(what) is a text or a list of texts", path, isBreaking: true))
            return []
        }
    }
}
