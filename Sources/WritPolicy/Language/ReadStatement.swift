import WritModel

extension PolicyReader {
    mutating func readStatement(_ json: JSONValue, index: Int, at path: ElementPath) {
        guard case .object(let members) = json else {
            problems.append(PolicyProblem("a statement is an object", path, isBreaking: true))
            unreadableCount += 1
            return
        }
        let problemCount = problems.count
        var found: [String: (JSONValue, ElementPath)] = [:]
        for member in members {
            let name = member.name.lowercased()
            let place = path.member(member.name)
            if !statementElements.contains(name) {
                problems.append(PolicyProblem("a statement has no element `\(member.name)`", place))
            } else if found.updateValue((member.value, place), forKey: name) != nil {
                problems.append(
                    PolicyProblem("the element `\(member.name)` stands twice", place, isBreaking: true))
            }
        }
        guard let effect = readEffect(found["effect"], at: path) else {
            unreadableCount += 1
            return
        }
        let actions = readActions(found, at: path)
        let resources = readResources(found, at: path)
        let principals = readPrincipals(found, at: path)
        let conditions = found["condition"].map { readConditions($0.0, at: $0.1) } ?? []
        if problems[problemCount...].contains(where: \.isBreaking) {
            unreadableCount += 1
            return
        }
        statements.append(
            Statement(
                index: index, sid: found["sid"]?.0.string, effect: effect, principals: principals,
                actions: actions, resources: resources, conditions: conditions, path: path))
    }

    private mutating func readEffect(_ element: (JSONValue, ElementPath)?, at path: ElementPath) -> Effect? {
        guard let (value, place) = element else {
            problems.append(PolicyProblem("the statement has no `Effect`", path))
            return nil
        }
        switch value.string?.lowercased() {
        case "allow": return .allow
        case "deny": return .deny
        default:
            problems.append(PolicyProblem("an effect is `Allow` or `Deny`", place))
            return nil
        }
    }

    private mutating func readActions(
        _ found: [String: (JSONValue, ElementPath)], at path: ElementPath
    ) -> PatternElement<ActionPattern> {
        if found["action"] == nil, found["notaction"] == nil {
            problems.append(PolicyProblem("the statement has no `Action`", path, isBreaking: true))
            return PatternElement(included: [], excluded: [])
        }
        let grammar = PatternGrammar(run: true, one: dialect != .jd, variables: .none)
        return readElement(found["action"], found["notaction"], name: "Action", at: path) {
            reader, value, place in
            reader.texts(value, at: place, what: "an action").map { text, place in
                let glob = TextPattern(text, grammar).caseFolded.constant ?? .everything
                return ActionPattern(glob: glob, path: place, text: text)
            }
        }
    }

    private mutating func readResources(
        _ found: [String: (JSONValue, ElementPath)], at path: ElementPath
    ) -> PatternElement<ResourcePattern> {
        if found["resource"] == nil, found["notresource"] == nil {
            if dialect == .aws || dialect == .jd, kind == .identity {
                problems.append(PolicyProblem("the statement has no `Resource`", path))
            }
            return .everything
        }
        return readElement(found["resource"], found["notresource"], name: "Resource", at: path) {
            reader, value, place in
            // A custom policy of Huawei's older model may name agencies by the path of their API.
            if reader.dialect == .huawei, let paths = value["uri"] {
                return reader.texts(paths, at: place.member("uri"), what: "a resource").map { text, place in
                    ResourcePattern(segments: pathSegments(text), path: place, text: text)
                }
            }
            return reader.texts(value, at: place, what: "a resource").map { text, place in
                ResourcePattern(segments: reader.resourceSegments(text), path: place, text: text)
            }
        }
    }

    /// An element and its negated twin, which replaces it, or under Volcengine subtracts from it.
    private mutating func readElement<Pattern>(
        _ plain: (JSONValue, ElementPath)?, _ negated: (JSONValue, ElementPath)?, name: String,
        at path: ElementPath,
        _ read: (inout PolicyReader, JSONValue, ElementPath) -> [Pattern]
    ) -> PatternElement<Pattern> {
        let excluded = negated.map { read(&self, $0.0, $0.1) } ?? []
        guard let (value, place) = plain else {
            if dialect == .volcengine, let (_, place) = negated {
                problems.append(
                    PolicyProblem("`Not\(name)` subtracts from `\(name)`, which must stand beside it", place))
                return PatternElement(included: [], excluded: excluded)
            }
            return PatternElement(included: nil, excluded: excluded)
        }
        let included = read(&self, value, place)
        if dialect != .volcengine, let (_, place) = negated {
            problems.append(
                PolicyProblem(
                    "`\(name)` and `Not\(name)` stand in one statement", place, isBreaking: true))
        }
        return PatternElement(included: included, excluded: excluded)
    }

    /// The segments of a resource pattern; `nil` where it has too few and so matches nothing.
    private func resourceSegments(_ text: String) -> [TextPattern]? {
        let variables: VariableRule =
            switch dialect {
            case .aws: options.literalVariables || hasOldVersion ? .none : .all
            case .volcengine: options.literalVariables ? .none : .all
            case .huawei, .jd: .none
            }
        let pattern = TextPattern(text, PatternGrammar(run: true, one: dialect != .jd, variables: variables))
        if options.flat { return [pattern] }
        let count = dialect.resourceSegments
        if pattern.constant?.isEverything == true { return Array(repeating: pattern, count: count) }
        var segments = pattern.segments(upTo: count)
        if segments.count < count {
            guard case .bytes(let bytes)? = segments.last?.parts.last, bytes.last == Glob.run else {
                return nil
            }
            segments += Array(repeating: TextPattern(.everything), count: count - segments.count)
        }
        for index in dialect.caselessResourceSegments { segments[index] = segments[index].caseFolded }
        return segments
    }
}

/// A resource that is a path and not a name of segments.
private func pathSegments(_ text: String) -> [TextPattern] {
    [TextPattern(Glob(text))] + Array(repeating: TextPattern(Glob(bytes: [])), count: 4)
}

private let statementElements: Set<String> = [
    "sid", "effect", "action", "notaction", "resource", "notresource", "condition", "principal",
    "notprincipal",
]
