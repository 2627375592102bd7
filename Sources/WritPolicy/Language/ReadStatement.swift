import WritModel

extension PolicyReader {
    mutating func readStatement(_ json: JSONValue, index: Int, at path: ElementPath) {
        guard case .object(let members) = json else {
            problems.append(PolicyProblem("a statement is an object", path, isBreaking: true))
            unreadableCount += 1
            return
        }
        let problemCount = problems.count
        var found = StatementMembers(members, at: path)
        for index in members.indices {
            let name = members[index].name
            switch found.take(index) {
            case .first: continue
            case .unknown:
                problems.append(PolicyProblem("a statement has no element `\(name)`", path.member(name)))
            case .twice:
                problems.append(
                    PolicyProblem("the element `\(name)` stands twice", path.member(name), isBreaking: true))
            }
        }
        guard let effect = readEffect(found, at: path) else {
            unreadableCount += 1
            return
        }
        let actions = readActions(found, at: path)
        let resources = readResources(found, at: path)
        let principals = readPrincipals(found, at: path)
        let conditions = found[.condition].map { readConditions($0, at: found.path(of: .condition)) } ?? []
        if problems[problemCount...].contains(where: \.isBreaking) {
            unreadableCount += 1
            return
        }
        statements.append(
            Statement(
                index: index, sid: found[.sid]?.string, effect: effect, principals: principals,
                actions: actions, resources: resources, conditions: conditions, path: path))
    }

    private mutating func readEffect(_ found: StatementMembers, at path: ElementPath) -> Effect? {
        guard let value = found[.effect] else {
            problems.append(PolicyProblem("the statement has no `Effect`", path))
            return nil
        }
        if let text = value.string {
            if isSameName(text, "Allow") { return .allow }
            if isSameName(text, "Deny") { return .deny }
        }
        problems.append(PolicyProblem("an effect is `Allow` or `Deny`", found.path(of: .effect)))
        return nil
    }

    private mutating func readActions(
        _ found: StatementMembers, at path: ElementPath
    ) -> PatternElement<ActionPattern> {
        if !found.has(.action), !found.has(.notAction) {
            problems.append(PolicyProblem("the statement has no `Action`", path, isBreaking: true))
            return PatternElement(included: [], excluded: [])
        }
        let one = dialect != .jd
        return readElement(.action, .notAction, of: found) { reader, value, place in
            reader.texts(value, at: place, what: "an action") { text, place in
                let glob = Glob(reading: text, run: true, one: one, caseFolded: true)
                return ActionPattern(glob: glob, path: place, text: text)
            }
        }
    }

    private mutating func readResources(
        _ found: StatementMembers, at path: ElementPath
    ) -> PatternElement<ResourcePattern> {
        if !found.has(.resource), !found.has(.notResource) {
            if dialect == .aws || dialect == .jd, kind == .identity {
                problems.append(PolicyProblem("the statement has no `Resource`", path))
            }
            return .everything
        }
        let reading = ResourceReading(dialect, options, hasOldVersion: hasOldVersion)
        return readElement(.resource, .notResource, of: found) { reader, value, place in
            // A custom policy of Huawei's older model may name agencies by the path of their API.
            if reader.dialect == .huawei, let paths = value["uri"] {
                return reader.texts(paths, at: place.member("uri"), what: "a resource") { text, place in
                    ResourcePattern(segments: reading.pathSegments(text), path: place, text: text)
                }
            }
            return reader.texts(value, at: place, what: "a resource") { text, place in
                ResourcePattern(segments: reading.segments(text), path: place, text: text)
            }
        }
    }

    /// An element and its negated twin, which replaces it, or under Volcengine subtracts from it.
    private mutating func readElement<Pattern>(
        _ plain: StatementElement, _ negated: StatementElement, of found: StatementMembers,
        _ read: (inout PolicyReader, JSONValue, ElementPath) -> [Pattern]
    ) -> PatternElement<Pattern> {
        let excluded = found[negated].map { read(&self, $0, found.path(of: negated)) } ?? []
        guard let value = found[plain] else {
            if dialect == .volcengine, found.has(negated) {
                problems.append(
                    PolicyProblem(
                        "`\(negated.rawValue)` subtracts from `\(plain.rawValue)`, which must stand beside it",
                        found.path(of: negated)))
                return PatternElement(included: [], excluded: excluded)
            }
            return PatternElement(included: nil, excluded: excluded)
        }
        let included = read(&self, value, found.path(of: plain))
        if dialect != .volcengine, found.has(negated) {
            problems.append(
                PolicyProblem(
                    "`\(plain.rawValue)` and `\(negated.rawValue)` stand in one statement",
                    found.path(of: negated), isBreaking: true))
        }
        return PatternElement(included: included, excluded: excluded)
    }
}
